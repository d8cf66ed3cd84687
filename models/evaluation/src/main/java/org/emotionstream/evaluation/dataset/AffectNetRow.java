package org.emotionstream.evaluation.dataset;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.emotionstream.contract.Emotion;

/**
 * One row of AffectNet's lists.
 *
 * @param path of the picture, below the folder of the numbered folders
 * @param label its class; empty for expressions 8 and 9
 * @param labelName the class, or AffectNet's name for having none
 * @param list the file
 * @param row its number there
 */
record AffectNetRow(String path, Optional<Emotion> label, String labelName, Path list, int row) {
    static final String PATH = "subDirectory_filePath";
    static final String EXPRESSION = "expression";

    /** What expressions 0 to 10 mean: the first eight are the paper's classes in its order. */
    private static final List<String> NAMES = List.of(
            Emotion.NEUTRAL.label(),
            Emotion.HAPPY.label(),
            Emotion.SAD.label(),
            Emotion.SURPRISE.label(),
            Emotion.FEAR.label(),
            Emotion.DISGUST.label(),
            Emotion.ANGER.label(),
            Emotion.CONTEMPT.label(),
            "none",
            "uncertain",
            Emotion.NO_FACE.label());

    static AffectNetRow of(Map<String, String> fields, Path list, int row) {
        String where = CsvRows.where(list, row);
        String path = fields.getOrDefault(PATH, "").strip();
        if (path.isEmpty()) {
            throw CsvRows.wrong(where, PATH, "the path of a picture", "none");
        }
        String name = NAMES.get(expression(fields.getOrDefault(EXPRESSION, "").strip(), where));
        Optional<Emotion> label =
                Emotion.labels().contains(name) ? Optional.of(Emotion.ofLabel(name)) : Optional.empty();
        return new AffectNetRow(path, label, name, list, row);
    }

    /** File and row, for errors. */
    String where() {
        return CsvRows.where(list, row);
    }

    private static int expression(String field, String where) {
        // Ten of one digit, and one of two: anything else, -1 or 1.0 among it, is nothing that AffectNet has.
        if (!field.matches("[0-9]|10")) {
            throw CsvRows.wrong(where, EXPRESSION, "a whole number from 0 to 10", field.isEmpty() ? "none" : field);
        }
        return Integer.parseInt(field);
    }
}
