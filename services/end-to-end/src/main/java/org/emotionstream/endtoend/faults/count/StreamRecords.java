package org.emotionstream.endtoend.faults.count;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.emotionstream.endtoend.faults.stream.KnownStream;
import org.emotionstream.events.configuration.Topics;
import org.emotionstream.events.wire.AvroMessages;
import org.emotionstream.events.wire.ImageIdentity;
import org.emotionstream.schemas.ImageEmotions;
import org.emotionstream.schemas.LedgerEntry;
import org.emotionstream.schemas.LedgerState;

/**
 * All records of one stream, at the beginning of the chain and at its end.
 *
 * @param raw how often each picture was sent
 * @param finals the answers
 * @param amended the later revisions
 * @param rejected how often each was rejected: more than once when the landmarker was killed in between
 * @param ledger the last entry of each
 */
public record StreamRecords(
        Map<ImageIdentity, Integer> raw,
        Map<ImageIdentity, List<ImageEmotions>> finals,
        Map<ImageIdentity, List<ImageEmotions>> amended,
        Map<ImageIdentity, Integer> rejected,
        Map<ImageIdentity, LedgerEntry> ledger) {
    /** Reads them. */
    public static StreamRecords read(TopicReader reader, Topics topics, KnownStream stream) {
        return new StreamRecords(
                values(reader, topics.imagesRaw(), stream),
                answers(reader, topics.emotionsFinal(), stream),
                answers(reader, topics.emotionsAmended(), stream),
                values(reader, topics.imagesRejected(), stream),
                ledger(reader, topics.imagesLedger(), stream));
    }

    private static Map<ImageIdentity, Integer> values(TopicReader reader, String topic, KnownStream stream) {
        Map<ImageIdentity, Integer> times = new HashMap<>();
        reader.read(topic, record -> {
            if (stream.has(key(record))) {
                times.merge(KnownStream.identity(key(record), record.value()), 1, Integer::sum);
            }
        });
        return times;
    }

    private static Map<ImageIdentity, List<ImageEmotions>> answers(
            TopicReader reader, String topic, KnownStream stream) {
        AvroMessages<ImageEmotions> messages = new AvroMessages<>(ImageEmotions.class);
        Map<ImageIdentity, List<ImageEmotions>> answers = new HashMap<>();
        reader.read(topic, record -> {
            if (stream.has(key(record))) {
                ImageEmotions answer = messages.read(record.value());
                answers.computeIfAbsent(
                                ImageIdentity.of(answer.getImageId(), answer.getDigest()),
                                identity -> new ArrayList<>())
                        .add(answer);
            }
        });
        return answers;
    }

    private static Map<ImageIdentity, LedgerEntry> ledger(TopicReader reader, String topic, KnownStream stream) {
        AvroMessages<LedgerEntry> messages = new AvroMessages<>(LedgerEntry.class);
        Map<ImageIdentity, LedgerEntry> entries = new HashMap<>();
        reader.read(topic, record -> {
            if (stream.has(key(record)) && record.value() != null) {
                LedgerEntry entry = messages.read(record.value());
                entries.put(ImageIdentity.of(entry.getImageId(), entry.getDigest()), entry);
            }
        });
        return entries;
    }

    /** Whether the ledger says that this picture was too old to be answered. */
    boolean isExpired(ImageIdentity identity) {
        LedgerEntry entry = ledger.get(identity);
        return entry != null && entry.getState() == LedgerState.expired;
    }

    /** What the ledger says of this picture; empty when it says nothing. */
    Optional<LedgerState> ledgerStateOf(ImageIdentity identity) {
        return Optional.ofNullable(ledger.get(identity)).map(LedgerEntry::getState);
    }

    /** What the topics say of this picture; of one that they say nothing of, only that it may have expired. */
    Optional<LedgerState> stateOf(ImageIdentity identity) {
        if (rejected.containsKey(identity)) {
            return Optional.of(LedgerState.rejected);
        }
        if (amended.containsKey(identity)) {
            return Optional.of(LedgerState.amended);
        }
        return Optional.of(
                !finals.containsKey(identity)
                        ? LedgerState.expired
                        : finals.get(identity).get(0).getPartial() ? LedgerState.partial : LedgerState.complete);
    }

    private static String key(ConsumerRecord<byte[], byte[]> record) {
        return record.key() == null ? "" : new String(record.key(), StandardCharsets.UTF_8);
    }
}
