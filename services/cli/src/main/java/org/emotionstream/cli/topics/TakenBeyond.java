package org.emotionstream.cli.topics;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.emotionstream.cli.records.ChainClients;
import org.emotionstream.cli.records.CommittedReader;
import org.emotionstream.events.wire.AvroMessages;
import org.emotionstream.schemas.ImageTaken;

/**
 * Records that the landmarker has announced on images.taken and not committed: the sign that it was killed in between, and
 * would do it once more.
 */
public final class TakenBeyond {
    /** A batch is committed within seconds, or within ten minutes where the brokers are away. */
    private static final Duration LOOKED_BACK = Duration.ofHours(1);

    private TakenBeyond() {}

    /**
     * The places on images.raw, as text.
     *
     * @param committed the first offset of each partition that the landmarker has not committed
     */
    public static List<String> find(ChainClients clients, Map<Integer, Long> committed, Consumer<String> progress) {
        String topic = clients.topics().imagesTaken();
        AvroMessages<ImageTaken> messages = clients.messages(ImageTaken.class, topic);
        TreeSet<String> beyond = new TreeSet<>();
        try (CommittedReader<byte[]> reader = clients.reader(progress)) {
            reader.read(reader.since(topic, Instant.now().minus(LOOKED_BACK)), reader.ends(List.of(topic)), record -> {
                ImageTaken taken = messages.read(record.value());
                if (taken.getOffset() >= committed.getOrDefault(taken.getPartition(), 0L)) {
                    beyond.add(taken.getPartition() + "@" + taken.getOffset());
                }
            });
        }
        return List.copyOf(beyond);
    }
}
