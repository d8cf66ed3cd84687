package org.emotionstream.combiner.topology;

import java.util.Map;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.serialization.BytesDeserializer;
import org.apache.kafka.common.serialization.BytesSerializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.streams.AutoOffsetReset;
import org.apache.kafka.streams.Topology;
import org.emotionstream.events.AvroMessages;
import org.emotionstream.events.Topics;
import org.emotionstream.schemas.EmotionDistributions;
import org.emotionstream.schemas.ImageEmotions;

/**
 * Four sources, one processor over two stores, two sinks. Every part has a name: names are in changelog
 * topics and metrics, and must not change with an edit.
 */
public final class CombinerTopology {
    /** The sink of answers. */
    static final String ANSWERS = "answers";
    /** The sink of records that cannot be read. */
    static final String QUARANTINE = "quarantine";

    private static final String COMBINER = "combiner";
    private static final int CHANGELOG_SEGMENT_BYTES = 16 * 1024 * 1024;
    private static final long CHANGELOG_SEGMENT_MILLIS = 10 * 60 * 1000;

    private CombinerTopology() {}

    /** The topology of these parts. */
    public static Topology of(CombinerParts parts) {
        Topology topology = new Topology();
        Topics topics = parts.topics();
        String[] sources = Topics.MODELS.stream()
                .map(model -> addSource(topology, model, parts))
                .toArray(String[]::new);
        topology.addProcessor(COMBINER, () -> new CombinerProcessor(parts), sources);
        topology.addStateStore(OpenJoins.builder(compacted(), parts.registry()), COMBINER);
        topology.addStateStore(AnsweredImages.builder(parts.answeredHorizon(), segmented()), COMBINER);
        topology.addSink(ANSWERS, topics.emotionsFinal(), new BytesSerializer(), answers(parts), COMBINER);
        topology.addSink(QUARANTINE, topics.quarantine(), new BytesSerializer(), new BytesSerializer(), COMBINER);
        return topology;
    }

    // No reset: start offsets are committed when the topics are created, so a group without an offset, or
    // with one that is gone, has lost records, and that is for a person to decide.
    private static String addSource(Topology topology, String model, CombinerParts parts) {
        String name = "distributions-" + model;
        String topic = parts.topics().emotions(model);
        var messages = new AvroMessages<>(EmotionDistributions.class, parts.registry(), topic);
        topology.addSource(
                AutoOffsetReset.none(), name, new BytesDeserializer(), new ArrivalDeserializer(model, messages), topic);
        return name;
    }

    private static Serializer<ImageEmotions> answers(CombinerParts parts) {
        AvroMessages<ImageEmotions> messages = new AvroMessages<>(
                ImageEmotions.class, parts.registry(), parts.topics().emotionsFinal());
        return (topic, answer) -> messages.write(answer);
    }

    // Open joins come and go in seconds: what is compacted early need not be read again at a restore.
    private static Map<String, String> compacted() {
        return Map.of(
                TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG, "LogAppendTime",
                TopicConfig.SEGMENT_BYTES_CONFIG, Integer.toString(CHANGELOG_SEGMENT_BYTES),
                TopicConfig.SEGMENT_MS_CONFIG, Long.toString(CHANGELOG_SEGMENT_MILLIS),
                TopicConfig.MIN_CLEANABLE_DIRTY_RATIO_CONFIG, "0.1",
                TopicConfig.DELETE_RETENTION_MS_CONFIG, Long.toString(CHANGELOG_SEGMENT_MILLIS));
    }

    private static Map<String, String> segmented() {
        return Map.of(
                TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG, "LogAppendTime",
                TopicConfig.SEGMENT_BYTES_CONFIG, Integer.toString(CHANGELOG_SEGMENT_BYTES),
                TopicConfig.SEGMENT_MS_CONFIG, Long.toString(CHANGELOG_SEGMENT_MILLIS));
    }
}
