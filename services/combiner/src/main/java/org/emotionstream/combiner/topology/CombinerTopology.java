package org.emotionstream.combiner.topology;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.serialization.BytesDeserializer;
import org.apache.kafka.common.serialization.BytesSerializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.streams.AutoOffsetReset;
import org.apache.kafka.streams.Topology;
import org.emotionstream.events.configuration.Topics;
import org.emotionstream.events.wire.AvroMessages;
import org.emotionstream.schemas.EmotionDistributions;
import org.emotionstream.schemas.ImageEmotions;
import org.emotionstream.schemas.ImageTaken;
import org.emotionstream.schemas.LedgerEntry;

/**
 * Five sources, one processor over five stores, four sinks. Every part has a name: names are in changelog
 * topics and metrics, and must not change with an edit.
 */
public final class CombinerTopology {
    /** The sink of answers. */
    static final String ANSWERS = "answers";
    /** The sink of answers that networks have come late for. */
    static final String AMENDMENTS = "amendments";
    /** The sink of what has become of each picture. */
    static final String LEDGER = "ledger";
    /** The sink of records that cannot be read. */
    static final String QUARANTINE = "quarantine";

    private static final String COMBINER = "combiner";
    private static final int CHANGELOG_SEGMENT_BYTES = 16 * 1024 * 1024;
    private static final long CHANGELOG_SEGMENT_MILLIS = 10 * 60 * 1000;

    private CombinerTopology() {}

    /**
     * The topology of these parts.
     *
     * @param pace of the thread that asks
     */
    public static Topology of(CombinerParts parts, Supplier<CommitPace> pace) {
        Topology topology = new Topology();
        Topics topics = parts.topics();
        List<String> sources = new ArrayList<>();
        sources.add(addTaken(topology, parts));
        Topics.MODELS.forEach(model -> sources.add(addDistributions(topology, model, parts)));
        topology.addProcessor(COMBINER, () -> new CombinerProcessor(parts, pace), sources.toArray(String[]::new));
        topology.addStateStore(OpenJoins.builder(compacted(), parts.registry()), COMBINER);
        topology.addStateStore(OpenImages.builder(compacted()), COMBINER);
        topology.addStateStore(BooksStore.builder(compacted()), COMBINER);
        topology.addStateStore(TimeSegments.builder(SettledImages.STORE, parts.horizon(), segmented()), COMBINER);
        topology.addStateStore(TimeSegments.builder(PartialAnswers.STORE, parts.horizon(), segmented()), COMBINER);
        addSink(topology, ANSWERS, topics.emotionsFinal(), ImageEmotions.class, parts);
        addSink(topology, AMENDMENTS, topics.emotionsAmended(), ImageEmotions.class, parts);
        addSink(topology, LEDGER, topics.imagesLedger(), LedgerEntry.class, parts);
        topology.addSink(QUARANTINE, topics.quarantine(), new BytesSerializer(), new BytesSerializer(), COMBINER);
        return topology;
    }

    private static String addTaken(Topology topology, CombinerParts parts) {
        String topic = parts.topics().imagesTaken();
        var messages = new AvroMessages<>(ImageTaken.class, parts.registry(), topic);
        return addSource(topology, "taken", topic, ArrivalDeserializer.taken(messages));
    }

    private static String addDistributions(Topology topology, String model, CombinerParts parts) {
        String topic = parts.topics().emotions(model);
        var messages = new AvroMessages<>(EmotionDistributions.class, parts.registry(), topic);
        return addSource(topology, "distributions-" + model, topic, ArrivalDeserializer.distributions(model, messages));
    }

    // No reset: start offsets are committed when the topics are created, so a group without an offset, or
    // with one that is gone, has lost records, and that is for a person to decide.
    private static String addSource(Topology topology, String name, String topic, Deserializer<Arrival> values) {
        topology.addSource(AutoOffsetReset.none(), name, new BytesDeserializer(), values, topic);
        return name;
    }

    private static <T extends SpecificRecordBase> void addSink(
            Topology topology, String name, String topic, Class<T> type, CombinerParts parts) {
        AvroMessages<T> messages = new AvroMessages<>(type, parts.registry(), topic);
        Serializer<T> values = (to, message) -> messages.write(message);
        topology.addSink(name, topic, new BytesSerializer(), values, COMBINER);
    }

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
