package org.emotionstream.evaluation.dataset;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.emotionstream.contract.Emotion;
import org.emotionstream.contract.EmotionDistribution;

/** One row of {@code labels.csv}: every field is found by its column's name, every class by its own. */
final class LabelRow {
    /** The columns of the votes, in FER+'s own names; those for {@code unknown} are not counted. */
    private static final Map<String, Emotion> VOTES = Map.of(
            "neutral", Emotion.NEUTRAL,
            "happiness", Emotion.HAPPY,
            "surprise", Emotion.SURPRISE,
            "sadness", Emotion.SAD,
            "anger", Emotion.ANGER,
            "disgust", Emotion.DISGUST,
            "fear", Emotion.FEAR,
            "contempt", Emotion.CONTEMPT,
            "NF", Emotion.NO_FACE);

    private static final String NO_FACE = "noface";
    private static final Set<String> UNLABELLED = Set.of("unknown", "tie");

    private final Map<String, String> fields;
    private final String where;

    /**
     * @param where file and row, for errors
     */
    LabelRow(Map<String, String> fields, String where) {
        this.fields = fields;
        this.where = where;
    }

    LabelFile.Row read() {
        String labelName = text("label_name");
        LabelledPicture picture = new LabelledPicture(
                text("id"), text("source"), split(), label(labelName), labelName, votes(), text("group"));
        return new LabelFile.Row(picture, text("archive"), text("entry"));
    }

    private String split() {
        String name = text("split");
        return Splits.named(name)
                .orElseThrow(() -> wrong("split", "one of " + List.of(Splits.TRAIN, Splits.VALID, Splits.TEST), name));
    }

    /** By name; the number beside it, which counts in the order of our classes, must say the same. */
    private Optional<Emotion> label(String name) {
        int number = number("label");
        if (UNLABELLED.contains(name)) {
            if (number >= 0) {
                throw wrong("label", "a negative number beside label_name " + name, Integer.toString(number));
            }
            return Optional.empty();
        }
        Emotion emotion = emotion(name);
        if (number != emotion.ordinal()) {
            throw wrong("label", emotion.ordinal() + " beside label_name " + name, Integer.toString(number));
        }
        return Optional.of(emotion);
    }

    private Emotion emotion(String name) {
        try {
            return Emotion.ofLabel(name.equals(NO_FACE) ? Emotion.NO_FACE.label() : name);
        } catch (IllegalArgumentException e) {
            throw wrong("label_name", "one of " + Emotion.labels() + ", " + NO_FACE + " or " + UNLABELLED, name);
        }
    }

    private Optional<EmotionDistribution> votes() {
        Map<Emotion, Integer> counts = new EnumMap<>(Emotion.class);
        int sum = 0;
        for (Map.Entry<String, Emotion> column : VOTES.entrySet()) {
            int count = votes(column.getKey());
            counts.put(column.getValue(), count);
            sum += count;
        }
        if (sum == 0) {
            return Optional.empty();
        }
        float[] shares = new float[Emotion.COUNT];
        for (Map.Entry<Emotion, Integer> count : counts.entrySet()) {
            shares[count.getKey().ordinal()] = (float) count.getValue() / sum;
        }
        return Optional.of(EmotionDistribution.of(shares));
    }

    private int votes(String column) {
        String field = fields.getOrDefault(column, "");
        int count = field.isEmpty() ? 0 : number(column);
        if (count < 0) {
            throw wrong(column, "a number of votes, 0 or more", field);
        }
        return count;
    }

    private int number(String column) {
        String field = text(column);
        try {
            return Integer.parseInt(field);
        } catch (NumberFormatException e) {
            throw wrong(column, "a whole number", field);
        }
    }

    private String text(String column) {
        String field = fields.getOrDefault(column, "");
        if (field.isEmpty()) {
            throw wrong(column, "a value", "none");
        }
        return field;
    }

    private DatasetException wrong(String column, String expected, String found) {
        return CsvRows.wrong(where, column, expected, found);
    }
}
