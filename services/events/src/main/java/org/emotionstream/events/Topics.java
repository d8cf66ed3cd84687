package org.emotionstream.events;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The names of the topics and consumer groups, in flow order.
 *
 * @param prefix stands before every name, for example {@code staging.}; empty for none
 */
public record Topics(String prefix) {
    /** The four networks, in order. */
    public static final List<String> MODELS = List.of("model-1", "model-2", "model-3", "model-4");

    public Topics {
        if (!prefix.matches("[A-Za-z0-9._-]{0,100}")) {
            throw new IllegalArgumentException(
                    "a prefix of topics has letters, digits, . _ - only, this is \"" + prefix + "\"");
        }
    }

    /** The names with the prefix of this configuration. */
    public static Topics of(ChainConfiguration configuration) {
        return new Topics(configuration.topicPrefix().orElse(""));
    }

    /** Photographs on their way in: {@code RawImage}, or the bare bytes of a picture. */
    public String imagesRaw() {
        return prefix + "images.raw";
    }

    /** {@code ImageLandmarks}. */
    public String imagesLandmarks() {
        return prefix + "images.landmarks";
    }

    /** {@code ImageFeatures}. */
    public String imagesFeatures() {
        return prefix + "images.features";
    }

    /** {@code EmotionDistributions} of this network, one of {@link #MODELS}. */
    public String emotions(String model) {
        return prefix + "emotions." + model;
    }

    /** The four topics of {@link #emotions}, in order. */
    public List<String> emotionsOfModels() {
        return MODELS.stream().map(this::emotions).toList();
    }

    /** {@code ImageEmotions}: the answers. */
    public String emotionsFinal() {
        return prefix + "emotions.final";
    }

    /** {@code ImageEmotions} again, when networks came after the deadline: the same picture, the next revision. */
    public String emotionsAmended() {
        return prefix + "emotions.amended";
    }

    /** Raw records that are no picture, byte for byte, with the reason in headers. */
    public String imagesRejected() {
        return prefix + "images.rejected";
    }

    /** {@code ImageTaken}: one for each raw record, without pixels. */
    public String imagesTaken() {
        return prefix + "images.taken";
    }

    /** {@code LedgerEntry}: what has become of each picture; compacted, without pixels. */
    public String imagesLedger() {
        return prefix + "images.ledger";
    }

    /** The schemas of all that is written to these topics, by fingerprint; compacted, one partition. */
    public String schemas() {
        return prefix + "internal.schemas";
    }

    /** Which release each stage holds or cannot load, and which one is pinned; compacted, one partition. */
    public String releases() {
        return prefix + "internal.releases";
    }

    /** Records of our own that cannot be read: an operator's fault, never an outcome. */
    public String quarantine() {
        return prefix + "internal.quarantine";
    }

    /** Every topic, in flow order. */
    public List<String> all() {
        return Stream.of(
                        Stream.of(imagesRaw(), imagesRejected(), imagesTaken(), imagesLandmarks(), imagesFeatures()),
                        emotionsOfModels().stream(),
                        Stream.of(emotionsFinal(), emotionsAmended(), imagesLedger()),
                        Stream.of(quarantine(), schemas(), releases()))
                .flatMap(names -> names)
                .toList();
    }

    /** The consumer group of the landmarker. */
    public String landmarkerGroup() {
        return prefix + "landmarker";
    }

    /** The consumer group of the featurizer. */
    public String featurizerGroup() {
        return prefix + "featurizer";
    }

    /** The consumer group of the workers of this network, one of {@link #MODELS}. */
    public String cnnWorkerGroup(String model) {
        return prefix + "cnn-worker-" + model;
    }

    /** The application id, and so the consumer group, of the combiner. */
    public String combinerGroup() {
        return prefix + "combiner";
    }

    /** What the combiner joins by partition: the four topics of distributions, and what was taken. */
    public List<String> inputsOfCombiner() {
        return Stream.concat(emotionsOfModels().stream(), Stream.of(imagesTaken()))
                .toList();
    }

    /** What each consumer group of the chain reads, in flow order. */
    public Map<String, List<String>> inputsByGroup() {
        Map<String, List<String>> inputs = new LinkedHashMap<>();
        inputs.put(landmarkerGroup(), List.of(imagesRaw()));
        inputs.put(featurizerGroup(), List.of(imagesLandmarks()));
        MODELS.forEach(model -> inputs.put(cnnWorkerGroup(model), List.of(imagesFeatures())));
        inputs.put(combinerGroup(), inputsOfCombiner());
        return inputs;
    }
}
