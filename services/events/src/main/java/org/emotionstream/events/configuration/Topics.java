package org.emotionstream.events.configuration;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.emotionstream.contract.NetworkSubsets;

/**
 * The names of the topics and consumer groups, in flow order.
 *
 * @param prefix stands before every name, for example {@code staging.}; empty for none
 * @param generation stands, after the prefix, before what only the chain itself knows: its groups and the topics
 *     between the cameras and the analysts, for example {@code g2.}; empty for none. Cameras and analysts do not
 *     see that another generation has taken over
 */
public record Topics(String prefix, String generation) {
    /** The four networks, in order. */
    public static final List<String> MODELS = NetworkSubsets.NETWORKS;

    /** Of a prefix, and of a generation: with the longest name of ours they stay within Kafka's 249. */
    private static final int MOST_CHARACTERS = 100;

    public Topics {
        check("a prefix of topics", prefix);
        check("a generation", generation);
    }

    /** The names with this prefix, of the first generation. */
    public Topics(String prefix) {
        this(prefix, "");
    }

    private static void check(String what, String text) {
        if (text.length() > MOST_CHARACTERS) {
            throw new IllegalArgumentException(
                    what + " has at most " + MOST_CHARACTERS + " characters, this one has " + text.length());
        }
        if (!text.matches("[A-Za-z0-9._-]*")) {
            throw new IllegalArgumentException(what + " has letters, digits, . _ - only, this is \"" + text + "\"");
        }
    }

    /** The names with the prefix and the generation of this configuration. */
    public static Topics of(ChainConfiguration configuration) {
        return new Topics(
                configuration.topicPrefix().orElse(""),
                configuration.generation().orElse(""));
    }

    /** The same chain in another generation. */
    public Topics inGeneration(String other) {
        return new Topics(prefix, other);
    }

    private String inner() {
        return prefix + generation;
    }

    /** Photographs on their way in: {@code RawImage}, or the bare bytes of a picture. */
    public String imagesRaw() {
        return prefix + "images.raw";
    }

    /** {@code ImageLandmarks}. */
    public String imagesLandmarks() {
        return inner() + "images.landmarks";
    }

    /** {@code ImageFeatures}. */
    public String imagesFeatures() {
        return inner() + "images.features";
    }

    /** {@code EmotionDistributions} of this network, one of {@link #MODELS}. */
    public String emotions(String model) {
        return inner() + "emotions." + model;
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
        return inner() + "images.taken";
    }

    /** {@code LedgerEntry}: what has become of each picture; compacted, without pixels. */
    public String imagesLedger() {
        return inner() + "images.ledger";
    }

    /** The schemas of all that is written to these topics, by fingerprint; compacted, one partition. */
    public String schemas() {
        return prefix + "internal.schemas";
    }

    /** Which release each stage holds or cannot load, and which one is pinned; compacted, one partition. */
    public String releases() {
        return inner() + "internal.releases";
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
        return inner() + ServiceNames.LANDMARKER;
    }

    /** Committed once: where the landmarker of this generation began on {@link #imagesRaw}. Nobody reads with it. */
    public String landmarkerStartGroup() {
        return landmarkerGroup() + "-start";
    }

    /** The consumer group of the featurizer. */
    public String featurizerGroup() {
        return inner() + ServiceNames.FEATURIZER;
    }

    /** The consumer group of the workers of this network, one of {@link #MODELS}. */
    public String cnnWorkerGroup(String model) {
        return inner() + ServiceNames.cnnWorker(model);
    }

    /** The application id, and so the consumer group, of the combiner. */
    public String combinerGroup() {
        return inner() + ServiceNames.COMBINER;
    }

    /** The consumer group of this service, for example {@code cnn-worker-model-1}. */
    public String group(String service) {
        return inner() + service;
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
