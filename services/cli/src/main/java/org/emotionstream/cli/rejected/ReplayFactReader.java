package org.emotionstream.cli.rejected;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.TopicPartition;
import org.emotionstream.cli.records.ChainClients;
import org.emotionstream.cli.records.CommittedReader;
import org.emotionstream.cli.records.GroupPositions;
import org.emotionstream.cli.records.RecordHeaders;
import org.emotionstream.cli.records.RecordPlace;
import org.emotionstream.cli.records.ValueSize;
import org.emotionstream.events.configuration.Topics;
import org.emotionstream.events.wire.AvroMessages;
import org.emotionstream.events.wire.ImageIdentity;
import org.emotionstream.events.wire.OriginHeaders;
import org.emotionstream.schemas.ImageTaken;
import org.emotionstream.schemas.LedgerEntry;

/** Gathers what is known of rejected records: which picture, which attempts, what the ledger says. */
final class ReplayFactReader {
    /** The clocks of two brokers, and the time from images.taken to images.rejected, differ by less. */
    private static final Duration SLACK = Duration.ofMinutes(10);

    private static final Pattern PLACE = Pattern.compile("([0-9]{1,5})@([0-9]{1,14})");

    private final ChainClients clients;
    private final Topics topics;
    private final Consumer<String> progress;
    private final ReplayFacts facts = new ReplayFacts();

    ReplayFactReader(ChainClients clients, Consumer<String> progress) {
        this.clients = clients;
        this.topics = clients.topics();
        this.progress = progress;
    }

    /** About these, of which there is at least one. */
    ReplayFacts read(List<RejectedRecord> records) {
        Instant oldest =
                records.stream().map(RejectedRecord::at).min(Instant::compareTo).orElseThrow();
        Set<RecordPlace> origins = new HashSet<>();
        records.forEach(record -> record.origin().ifPresent(origins::add));
        GroupPositions landmarker;
        try (Admin admin = clients.admin()) {
            // First: what it has read by now, it has announced on images.taken.
            landmarker = GroupPositions.of(admin, topics.landmarkerGroup());
        }
        try (CommittedReader<byte[]> reader = clients.reader(progress)) {
            readTaken(reader, origins, oldest.minus(SLACK));
            // A picture that was answered longer ago is a new one to the chain too.
            readLedger(reader, oldest.minus(SLACK).minus(clients.configuration().horizon()));
        }
        try (CommittedReader<Integer> sizes = clients.reader(new ValueSize(), progress)) {
            readWaiting(sizes, landmarker);
        }
        return facts;
    }

    private void readTaken(CommittedReader<byte[]> reader, Set<RecordPlace> origins, Instant since) {
        String topic = topics.imagesTaken();
        AvroMessages<ImageTaken> messages = clients.messages(ImageTaken.class, topic);
        reader.read(reader.since(topic, since), reader.ends(List.of(topic)), record -> {
            ImageTaken taken = messages.read(record.value());
            ImageIdentity image = ImageIdentity.of(taken.getImageId(), taken.getDigest());
            RecordPlace raw = new RecordPlace(taken.getPartition(), taken.getOffset());
            if (origins.contains(raw)) {
                facts.isOf(raw, image);
                facts.taken(image, taken.getAttempt());
            } else if (facts.knows(image)) {
                // Later attempts have the same key, so they come later on the same partition.
                facts.taken(image, taken.getAttempt());
            }
        });
    }

    private void readLedger(CommittedReader<byte[]> reader, Instant since) {
        String topic = topics.imagesLedger();
        AvroMessages<LedgerEntry> messages = clients.messages(LedgerEntry.class, topic);
        reader.read(reader.since(topic, since), reader.ends(List.of(topic)), record -> RecordHeaders.key(record)
                .flatMap(ImageIdentity::ofLedgerKey)
                .filter(facts::knows)
                .ifPresent(image -> facts.ledger(
                        image,
                        Optional.ofNullable(record.value())
                                .map(messages::read)
                                .map(entry -> new ReplayFacts.Entry(entry.getState(), entry.getAttempt())))));
    }

    private void readWaiting(CommittedReader<Integer> sizes, GroupPositions landmarker) {
        Map<TopicPartition, Long> from = sizes.beginnings(topics.imagesRaw());
        from.replaceAll(
                (partition, beginning) -> Math.max(beginning, landmarker.of(partition.topic(), partition.partition())));
        sizes.read(from, sizes.ends(List.of(topics.imagesRaw())), record -> RecordHeaders.text(
                        record.headers(), OriginHeaders.REPLAY_OF)
                .map(PLACE::matcher)
                .filter(Matcher::matches)
                .ifPresent(match -> facts.onItsWay(
                        new RecordPlace(Integer.parseInt(match.group(1)), Long.parseLong(match.group(2))))));
    }
}
