package org.emotionstream.cli.records;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.emotionstream.cli.CommandRun;
import org.emotionstream.cli.answers.Messages;
import org.emotionstream.events.configuration.Topics;
import org.emotionstream.events.testing.TestBroker;
import org.emotionstream.events.wire.AvroMessages;
import org.emotionstream.schemas.ImageEmotions;
import org.emotionstream.schemas.ImageTaken;
import org.emotionstream.schemas.LedgerEntry;
import org.emotionstream.schemas.LedgerState;
import org.emotionstream.schemas.TakenOutcome;

/** The topics of a chain on a real broker, and what its services would write there. Two partitions each. */
public final class ChainOnBroker {
    public static final String DIGEST = "00112233445566778899aabbccddeeff";

    private static final int PARTITIONS = 2;

    private final TestBroker broker;
    private final Topics topics;

    public ChainOnBroker(TestBroker broker) {
        this.broker = broker;
        this.topics = broker.prepare(PARTITIONS);
    }

    public Topics topics() {
        return topics;
    }

    /** Runs the command with these words on this chain. */
    public CommandRun run(String... words) {
        List<String> all = new ArrayList<>(List.of(words));
        all.addAll(List.of("--bootstrap", broker.bootstrapServers(), "--topic-prefix", topics.prefix()));
        return CommandRun.of(all.toArray(String[]::new));
    }

    /** A raw record without a key in this partition: when the broker took it, and where it lies. */
    public RecordMetadata raw(int partition, String value) {
        return send(new ProducerRecord<>(topics.imagesRaw(), partition, null, utf8(value)));
    }

    public RecordMetadata send(ProducerRecord<byte[], byte[]> record) {
        return broker.send(record);
    }

    /** The landmarker took this raw record. */
    public RecordMetadata taken(String id, RecordMetadata raw, int attempt, Optional<String> rejected) {
        return taken(id, raw, Instant.ofEpochMilli(raw.timestamp()), attempt, rejected);
    }

    public RecordMetadata taken(
            String id, RecordMetadata raw, Instant entered, int attempt, Optional<String> rejected) {
        ImageTaken message = ImageTaken.newBuilder()
                .setImageId(id)
                .setDigest(digest())
                .setSourceId("camera-7")
                .setEnteredAt(entered)
                .setPartition(raw.partition())
                .setOffset(raw.offset())
                .setPictureBytes(3)
                .setAttempt(attempt)
                .setOutcome(rejected.isPresent() ? TakenOutcome.rejected : TakenOutcome.forwarded)
                .setReason(rejected.orElse(null))
                .setReleaseId(rejected.isPresent() ? null : "release-1")
                .build();
        return write(topics.imagesTaken(), id, message);
    }

    /** The combiner's entry. */
    public RecordMetadata ledger(String id, LedgerState state, int attempt, Instant entered) {
        LedgerEntry entry = LedgerEntry.newBuilder()
                .setImageId(id)
                .setDigest(digest())
                .setSourceId("camera-7")
                .setEnteredAt(entered)
                .setState(state)
                .setAttempt(attempt)
                .setRevision(state == LedgerState.amended ? 2 : 1)
                .setModels(List.of())
                .setChangedAt(Instant.now())
                .build();
        return write(topics.imagesLedger(), id + " " + DIGEST, entry);
    }

    /** An answer. */
    public RecordMetadata answer(String topic, String id, int revision, Instant entered) {
        ImageEmotions answer = Messages.emotions(id, List.of());
        answer.setDigest(digest());
        answer.setEnteredAt(entered);
        answer.setRevision(revision);
        return write(topic, id, answer);
    }

    /** A message, keyed as the chain does. */
    @SuppressWarnings("unchecked")
    public <T extends SpecificRecordBase> RecordMetadata write(String topic, String key, T message) {
        AvroMessages<T> messages = new AvroMessages<>((Class<T>) message.getClass());
        return send(new ProducerRecord<>(topic, utf8(key), messages.write(message)));
    }

    /** This group has read all that is on these topics. */
    public void hasReadAll(String group, List<String> names) {
        names.forEach(name -> broker.commit(group, name, broker.ends(name)));
    }

    /** Landmarker and combiner have read all that is there. */
    public void allIsRead() {
        hasReadAll(topics.landmarkerGroup(), List.of(topics.imagesRaw()));
        hasReadAll(topics.combinerGroup(), topics.inputsOfCombiner());
    }

    public static ByteBuffer digest() {
        return ByteBuffer.wrap(HexFormat.of().parseHex(DIGEST));
    }

    public static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
