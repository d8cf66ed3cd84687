package org.emotionstream.evaluation.measurement;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.emotionstream.contract.CombinedEmotion;
import org.emotionstream.contract.Emotion;
import org.emotionstream.contract.NetworkSubsets;
import org.emotionstream.evaluation.dataset.LabelledPicture;

/**
 * What a release answers for labelled pictures.
 *
 * @param all of the pictures that were looked at
 */
public record Evaluation(List<EvaluatedPicture> all) {
    /** The name of the head's answers among the scores. */
    public static final String COMBINED = "combined";

    /** The names of the networks, in order. */
    public static final List<String> NETWORKS = NetworkSubsets.NETWORKS;

    public Evaluation {
        all = List.copyOf(all);
    }

    /**
     * Of pictures and the answers to them, in the same order.
     *
     * @throws IllegalArgumentException when a picture has no label
     */
    public static Evaluation of(List<LabelledPicture> pictures, List<ServedAnswer> answers) {
        return new Evaluation(IntStream.range(0, pictures.size())
                .mapToObj(i -> EvaluatedPicture.of(pictures.get(i), answers.get(i)))
                .toList());
    }

    /** How many pictures were looked at; all have a label. */
    public int pictures() {
        return all.size();
    }

    /** How many pictures a face was found and measured in. */
    public int faces() {
        return (int)
                all.stream().flatMap(picture -> picture.answered().stream()).count();
    }

    /** Share of the pictures that a face was found and measured in, in [0, 1]. */
    public double coverage() {
        return all.isEmpty() ? 0 : (double) faces() / pictures();
    }

    /** How many pictures got no answer, by reason. */
    public Map<String, Integer> unanswered() {
        Map<String, Integer> unanswered = new TreeMap<>();
        for (EvaluatedPicture picture : all) {
            if (picture.answer() instanceof ServedAnswer.Unanswered missing) {
                unanswered.merge(missing.reason(), 1, Integer::sum);
            }
        }
        return unanswered;
    }

    /** The most probable class of each network and of the head: {@code model-1} to {@code combined}, in this order. */
    public Map<String, List<Optional<Emotion>>> columns() {
        Map<String, List<Optional<Emotion>>> columns = new LinkedHashMap<>();
        for (int network = 0; network < NETWORKS.size(); network++) {
            int index = network;
            columns.put(
                    NETWORKS.get(network),
                    column(answered -> answered.networks().get(index).mostProbable()));
        }
        columns.put(COMBINED, all.stream().map(EvaluatedPicture::combined).toList());
        return columns;
    }

    /** The head's most probable class when one network is missing, by that network; empty where nobody asked. */
    public Map<String, List<Optional<Emotion>>> columnsWithoutOne() {
        Map<String, List<Optional<Emotion>>> columns = new LinkedHashMap<>();
        List<List<CombinedEmotion>> asked = all.stream()
                .flatMap(picture -> picture.answered().stream())
                .map(ServedAnswer.Answered::withoutOne)
                .toList();
        if (asked.isEmpty() || asked.stream().anyMatch(List::isEmpty)) {
            return columns;
        }
        for (int network = 0; network < NETWORKS.size(); network++) {
            int index = network;
            columns.put(
                    NETWORKS.get(network),
                    column(answered ->
                            answered.withoutOne().get(index).distribution().mostProbable()));
        }
        return columns;
    }

    /** What {@link #columns()} are worth, by the same names. */
    public Map<String, Scores> scores() {
        Map<String, Scores> scores = new LinkedHashMap<>();
        columns().forEach((name, column) -> scores.put(name, scores(column)));
        return scores;
    }

    /** A bootstrap over the groups of these pictures. */
    public Bootstrap bootstrap() {
        return new Bootstrap(
                all.stream().map(EvaluatedPicture::label).toList(),
                all.stream().map(EvaluatedPicture::group).toList());
    }

    private Scores scores(List<Optional<Emotion>> column) {
        List<Emotion> labels = new ArrayList<>();
        List<Emotion> answers = new ArrayList<>();
        for (int i = 0; i < column.size(); i++) {
            if (column.get(i).isPresent()) {
                labels.add(all.get(i).label());
                answers.add(column.get(i).get());
            }
        }
        return new Scores(ConfusionMatrix.of(labels, answers), pictures());
    }

    private List<Optional<Emotion>> column(Function<ServedAnswer.Answered, Emotion> answer) {
        return all.stream().map(picture -> picture.answered().map(answer)).toList();
    }
}
