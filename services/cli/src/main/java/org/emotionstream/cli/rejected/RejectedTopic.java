package org.emotionstream.cli.rejected;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.emotionstream.cli.records.ChainClients;
import org.emotionstream.cli.records.CommittedReader;
import org.emotionstream.cli.records.RecordPlace;

/**
 * images.rejected as it was when it was asked for.
 *
 * @param clients of its chain
 * @param progress gets lines on how far it is read
 */
public record RejectedTopic(ChainClients clients, Consumer<String> progress) {
    /**
     * What was rejected and is wanted, each raw record once, oldest first. Takes about 500 bytes a record.
     *
     * @param since rejected at this time or later; empty for all
     */
    public List<RejectedRecord> read(Optional<Instant> since, Predicate<RejectedRecord> wanted) {
        String topic = clients.topics().imagesRejected();
        List<RejectedRecord> found = new ArrayList<>();
        // A landmarker that died before its commit has rejected the same record again.
        Set<RecordPlace> origins = new HashSet<>();
        try (CommittedReader<Payload> reader = clients.reader(new Payload.Reading(), progress)) {
            var ends = reader.ends(List.of(topic));
            var from = since.map(time -> reader.since(topic, time)).orElseGet(() -> reader.beginnings(topic));
            reader.read(from, ends, message -> {
                RejectedRecord record = RejectedRecord.of(message);
                if (wanted.test(record) && record.origin().map(origins::add).orElse(true)) {
                    found.add(record);
                }
            });
        }
        found.sort(Comparator.comparing(RejectedRecord::at).thenComparing(RejectedRecord::place));
        return found;
    }
}
