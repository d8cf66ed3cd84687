package org.emotionstream.combiner;

import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.admin.Admin;
import org.emotionstream.combiner.topology.TimeSegments;
import org.emotionstream.events.inspection.Retention;
import org.emotionstream.events.inspection.TopicCheck;
import org.emotionstream.events.inspection.TopicException;

/**
 * The changelogs of the stores in segments of time. Kafka Streams makes them, and never alters them: after another
 * horizon was set they would keep as much as before.
 */
final class Changelogs {
    // Streams' default is a day, for clocks that differ; ours are the brokers'.
    static final Duration KEPT_LONGER = Duration.ofMinutes(10);

    private final Admin admin;
    private final TopicCheck check;
    private final List<String> names;

    /**
     * @param admin stays the caller's to close
     * @param group of the combiner
     */
    Changelogs(Admin admin, String group) {
        this.admin = admin;
        check = new TopicCheck(admin);
        names = TimeSegments.STORES.stream()
                .map(store -> group + "-" + store + "-changelog")
                .toList();
    }

    /**
     * Lets those that exist keep what is remembered with this horizon.
     *
     * @throws TopicException when one keeps less and may not be altered
     */
    void fit(Duration horizon) {
        Retention.set(admin, names, TimeSegments.remembered(horizon).plus(KEPT_LONGER));
    }

    /**
     * Refuses changelogs of another number of partitions than the topics that are joined: what was answered would be
     * remembered in other partitions than those that ask.
     *
     * @throws IllegalStateException when it is so, with what to do
     */
    void check(int partitions) {
        List<String> missing = check.missing(names);
        check.partitions(names.stream().filter(name -> !missing.contains(name)).toList())
                .forEach((name, found) -> {
                    if (found != partitions) {
                        throw new IllegalStateException("the topics that are joined have " + partitions
                                + " partitions, "
                                + name + " has " + found + ": partitions were added, and what was answered before would"
                                + " not be known. Go on in another generation: docs/runbook/add-partitions.md");
                    }
                });
    }
}
