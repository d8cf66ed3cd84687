package org.emotionstream.cli.erase;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.emotionstream.cli.records.ChainClients;
import org.emotionstream.cli.records.CommittedReader;
import org.emotionstream.cli.records.RecordHeaders;
import org.emotionstream.events.configuration.Topics;
import org.emotionstream.events.wire.AvroMessages;
import org.emotionstream.events.wire.UnreadableMessageException;
import org.emotionstream.schemas.EmotionDistributions;
import org.emotionstream.schemas.ImageEmotions;
import org.emotionstream.schemas.ImageFeatures;
import org.emotionstream.schemas.ImageLandmarks;
import org.emotionstream.schemas.ImageTaken;
import org.emotionstream.schemas.LedgerEntry;
import org.emotionstream.schemas.LedgerState;
import org.emotionstream.schemas.TakenOutcome;

/** Looks for what the topics hold of one source. The pictures themselves are not read: images.taken has their sources. */
public final class SourceTraces {
    private static final String SOURCE = "sourceId";

    private final ChainClients clients;
    private final Topics topics;
    private final String source;
    private final Consumer<String> progress;
    private final Map<String, Found> found = new LinkedHashMap<>();
    private final Map<String, Integer> finished = new LinkedHashMap<>();
    private Map<TopicPartition, Long> rawBeginnings = new HashMap<>();

    private static final class Found {
        private long records;
        private Optional<Instant> last = Optional.empty();

        void add(Instant written) {
            records++;
            last = last.filter(written::isBefore).or(() -> Optional.of(written));
        }
    }

    /**
     * @param source as messages name it in {@code sourceId}
     */
    public SourceTraces(ChainClients clients, String source, Consumer<String> progress) {
        this.clients = clients;
        this.topics = clients.topics();
        this.source = source;
        this.progress = progress;
    }

    /** Ledger entries of the source that nothing follows by itself, by key, with their partition; after {@link #read}. */
    public Map<String, Integer> finishedEntries() {
        return finished;
    }

    /** What each topic holds, in flow order. */
    public List<TopicTrace> read() {
        topics.all().stream()
                .filter(topic -> !List.of(topics.quarantine(), topics.schemas(), topics.releases())
                        .contains(topic))
                .forEach(topic -> found.put(topic, new Found()));
        try (CommittedReader<byte[]> reader = clients.reader(progress);
                Admin admin = clients.admin()) {
            rawBeginnings = reader.beginnings(topics.imagesRaw());
            look(reader, topics.imagesTaken(), ImageTaken.class, this::pictures);
            look(reader, topics.imagesLandmarks(), ImageLandmarks.class, (message, record) -> {});
            look(reader, topics.imagesFeatures(), ImageFeatures.class, (message, record) -> {});
            topics.emotionsOfModels()
                    .forEach(topic -> look(reader, topic, EmotionDistributions.class, (message, record) -> {}));
            look(reader, topics.emotionsFinal(), ImageEmotions.class, (message, record) -> {});
            look(reader, topics.emotionsAmended(), ImageEmotions.class, (message, record) -> {});
            look(reader, topics.imagesLedger(), LedgerEntry.class, this::entry);
            RetentionSettings settings = new RetentionSettings(admin);
            List<TopicTrace> traces = new ArrayList<>();
            found.forEach((topic, trace) -> {
                Duration longest = settings.longest(topic);
                traces.add(new TopicTrace(
                        topic, trace.records, trace.last, trace.last.map(written -> written.plus(longest))));
            });
            return traces;
        }
    }

    private <T extends SpecificRecordBase> void look(
            CommittedReader<byte[]> reader,
            String topic,
            Class<T> type,
            BiConsumer<T, ConsumerRecord<byte[], byte[]>> more) {
        AvroMessages<T> messages = clients.messages(type, topic);
        reader.read(reader.beginnings(topic), reader.ends(List.of(topic)), record -> {
            if (record.value() == null) {
                RecordHeaders.key(record).ifPresent(finished::remove);
                return;
            }
            try {
                T message = messages.read(record.value());
                if (source.equals(message.get(SOURCE))) {
                    found.get(topic).add(Instant.ofEpochMilli(record.timestamp()));
                    more.accept(message, record);
                }
            } catch (UnreadableMessageException e) {
                progress.accept(topic + " has a record that is no message at offset " + record.offset() + ": "
                        + e.getMessage());
            }
        });
    }

    private void pictures(ImageTaken taken, ConsumerRecord<byte[], byte[]> record) {
        TopicPartition partition = new TopicPartition(topics.imagesRaw(), taken.getPartition());
        if (taken.getOffset() >= rawBeginnings.getOrDefault(partition, 0L)) {
            found.get(topics.imagesRaw()).add(taken.getEnteredAt());
        }
        if (taken.getOutcome() == TakenOutcome.rejected) {
            found.get(topics.imagesRejected()).add(Instant.ofEpochMilli(record.timestamp()));
        }
    }

    private void entry(LedgerEntry entry, ConsumerRecord<byte[], byte[]> record) {
        String key = RecordHeaders.key(record).orElse("");
        if (entry.getState() == LedgerState.open) {
            finished.remove(key);
        } else {
            finished.put(key, record.partition());
        }
    }
}
