package org.emotionstream.cli.audit;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.emotionstream.cli.audit.Judgement.Standing;
import org.emotionstream.cli.records.ChainClients;
import org.emotionstream.cli.records.CommittedReader;
import org.emotionstream.cli.records.RecordHeaders;
import org.emotionstream.cli.records.RecordPlace;
import org.emotionstream.events.configuration.Topics;
import org.emotionstream.events.wire.AvroMessages;
import org.emotionstream.events.wire.ImageIdentity;
import org.emotionstream.events.wire.UnreadableMessageException;
import org.emotionstream.schemas.ImageEmotions;
import org.emotionstream.schemas.ImageTaken;
import org.emotionstream.schemas.LedgerEntry;
import org.emotionstream.schemas.TakenOutcome;

/** Turns records of the topics into facts. */
final class FactReader {
    private final Topics topics;
    private final CommittedReader<byte[]> reader;
    private final CommittedReader<Integer> sizes;
    private final AvroMessages<ImageTaken> taken;
    private final AvroMessages<LedgerEntry> ledger;
    private final AvroMessages<ImageEmotions> finals;
    private final AuditFacts facts;
    private long unreadable;

    /**
     * @param sizes reads images.rejected, whose values are whole pictures
     */
    FactReader(ChainClients clients, CommittedReader<byte[]> reader, CommittedReader<Integer> sizes, AuditFacts facts) {
        this.topics = clients.topics();
        this.reader = reader;
        this.sizes = sizes;
        this.facts = facts;
        this.taken = clients.messages(ImageTaken.class, topics.imagesTaken());
        this.ledger = clients.messages(LedgerEntry.class, topics.imagesLedger());
        this.finals = clients.messages(ImageEmotions.class, topics.emotionsFinal());
    }

    /** Records of the chain's own topics that cannot be read: an operator's mistake, reported and counted. */
    long unreadable() {
        return unreadable;
    }

    /** Reads images.taken between these offsets. */
    void readTaken(Map<TopicPartition, Long> from, Map<TopicPartition, Long> to, Instant judgedSince) {
        reader.read(
                from,
                to,
                record -> readable(() -> {
                    ImageTaken message = taken.read(record.value());
                    RecordPlace raw = new RecordPlace(message.getPartition(), message.getOffset());
                    if (message.getEnteredAt().isBefore(judgedSince)) {
                        facts.takenPlaces().add(raw);
                        return;
                    }
                    facts.taken(
                            ImageIdentity.of(message),
                            message.getAttempt(),
                            message.getOutcome() == TakenOutcome.rejected,
                            raw,
                            new MessagePlace(MessagePlace.Topic.TAKEN, RecordPlace.of(record)),
                            message.getEnteredAt());
                }));
    }

    /** Reads images.ledger, emotions.final, emotions.amended and images.rejected between these offsets. */
    void readAnswers(Map<TopicPartition, Long> from, Map<TopicPartition, Long> to) {
        reader.read(of(from, topics.imagesLedger()), to, record -> readable(() -> ledger(record)));
        for (String topic : List.of(topics.emotionsFinal(), topics.emotionsAmended())) {
            reader.read(of(from, topic), to, record -> readable(() -> answer(record)));
        }
        sizes.read(of(from, topics.imagesRejected()), to, record -> RecordHeaders.origin(record.headers())
                .ifPresent(facts::setAside));
    }

    private static Map<TopicPartition, Long> of(Map<TopicPartition, Long> offsets, String topic) {
        return offsets.entrySet().stream()
                .filter(each -> each.getKey().topic().equals(topic))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private void ledger(ConsumerRecord<byte[], byte[]> record) {
        if (record.value() == null) {
            RecordHeaders.key(record).flatMap(ImageIdentity::ofLedgerKey).ifPresent(facts::erased);
            return;
        }
        LedgerEntry entry = ledger.read(record.value());
        facts.ledger(
                ImageIdentity.of(entry),
                Standing.of(entry.getState()),
                entry.getAttempt(),
                entry.getRevision(),
                entry.getEnteredAt());
    }

    private void answer(ConsumerRecord<byte[], byte[]> record) {
        ImageEmotions message = finals.read(record.value());
        ImageIdentity image = ImageIdentity.of(message.getImageId(), message.getDigest());
        if (record.topic().equals(topics.emotionsFinal())) {
            MessagePlace place = new MessagePlace(MessagePlace.Topic.FINAL, RecordPlace.of(record));
            facts.answered(image, message.getEnteredAt(), place);
        } else {
            MessagePlace place = new MessagePlace(MessagePlace.Topic.AMENDED, RecordPlace.of(record));
            facts.amended(image, message.getRevision(), message.getEnteredAt(), place);
        }
    }

    private void readable(Runnable reading) {
        try {
            reading.run();
        } catch (UnreadableMessageException e) {
            unreadable++;
        }
    }
}
