package org.emotionstream.events.releases;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.emotionstream.contract.ReleaseContent;
import org.emotionstream.events.configuration.ChainConfiguration;
import org.emotionstream.events.configuration.ServiceNames;
import org.jboss.logging.Logger;

/**
 * What {@code internal.releases} holds so far: the pinned release, and the last report of each instance. Time
 * is the broker's, as the records carry it, so that no process needs a clock that is right.
 */
public final class ReleaseBoard {
    /** How often an instance repeats its report. */
    static final Duration HEARTBEAT = Duration.ofSeconds(20);

    /** An instance that has not repeated its report for so long is gone. */
    static final Duration GONE_AFTER = HEARTBEAT.multipliedBy(3);

    /** The report of an instance is withdrawn by others when it has not repeated it for so long: it was killed. */
    static final Duration FORGOTTEN_AFTER = Duration.ofDays(1);

    private static final Logger LOG = Logger.getLogger(ReleaseBoard.class);

    private final Map<String, Dated> reports = new HashMap<>();
    private Optional<ReleaseContent> pinned = Optional.empty();
    private long newest;

    private record Dated(StageReport report, long at) {}

    /**
     * All that the topic holds at this moment.
     *
     * @throws org.apache.kafka.common.KafkaException when the topic cannot be read
     */
    public static ReleaseBoard read(ChainConfiguration chain) {
        ReleaseBoard board = new ReleaseBoard();
        try (ReleasesTopic topic = new ReleasesTopic(chain, "read-releases")) {
            long end = topic.end();
            while (!topic.isReadTo(end)) {
                topic.poll(board, Duration.ofMillis(200));
            }
        }
        return board;
    }

    /**
     * Takes one record of the topic, in order.
     *
     * @param value null when the instance has left
     * @param timestamp of the broker, in milliseconds
     */
    void accept(byte[] key, byte[] value, long timestamp) {
        String name = new String(key, StandardCharsets.UTF_8);
        newest = Math.max(newest, timestamp);
        try {
            if (name.equals(ReleaseMessages.PINNED)) {
                pinned = value == null ? Optional.empty() : Optional.of(ReleaseMessages.readPinned(value));
            } else if (value == null) {
                reports.remove(name);
            } else {
                reports.put(name, new Dated(ReleaseMessages.readReport(value), timestamp));
            }
        } catch (IOException e) {
            // Of a later version, or somebody's hand: the instance counts as one without a report.
            LOG.errorf("cannot read the record %s of internal.releases: %s", name, e.getMessage());
            reports.remove(name);
        }
    }

    /** The keys of the instances that have been silent for so long that nobody expects them back; each once. */
    List<String> takeForgotten() {
        List<String> keys = reports.entrySet().stream()
                .filter(report -> newest - report.getValue().at() > FORGOTTEN_AFTER.toMillis())
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
        keys.forEach(reports::remove);
        return keys;
    }

    /** The release that pictures are pinned to; empty before the first. */
    public Optional<ReleaseContent> pinned() {
        return pinned;
    }

    /** The last reports of the instances that are there, in flow order. */
    public List<StageReport> reports() {
        return reports.values().stream()
                .filter(dated -> newest - dated.at() <= GONE_AFTER.toMillis())
                .map(Dated::report)
                .sorted(Comparator.comparingInt((StageReport report) -> ServiceNames.ALL.indexOf(report.stage()))
                        .thenComparing(StageReport::instance))
                .toList();
    }
}
