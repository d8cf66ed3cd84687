package org.emotionstream.cli.plan;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.TopicConfig;
import org.emotionstream.events.administration.TopicSettings;
import org.emotionstream.events.configuration.Topics;

/**
 * The records of each topic for one image: their number, their size and their readers.
 *
 * @param topic its name
 * @param records of an image
 * @param bytes of each record
 * @param readers groups that read all of it
 */
record TopicFlow(String topic, int records, double bytes, int readers) {
    static final double MEGA = 1e6;
    private static final double TERA = 1e12;

    /** Every topic of these, in flow order; those that no ordinary picture passes have no records. */
    static List<TopicFlow> of(Topics topics, ImageLoad load, int analysts) {
        Map<String, Integer> readers = new HashMap<>();
        topics.inputsByGroup()
                .values()
                .forEach(inputs -> inputs.forEach(topic -> readers.merge(topic, 1, Integer::sum)));
        readers.put(topics.emotionsFinal(), analysts);
        RecordSizes sizes = new RecordSizes(topics);
        List<TopicFlow> flows = new ArrayList<>();
        for (String topic : topics.all()) {
            double bytes = topic.equals(topics.imagesRaw()) ? RecordSizes.raw(load) : sizes.of(topic, load.faces());
            int records = bytes == 0 ? 0 : topic.equals(topics.imagesLedger()) ? 2 : 1;
            flows.add(new TopicFlow(topic, records, bytes, readers.getOrDefault(topic, 0)));
        }
        return flows;
    }

    /** Megabytes a second that producers bring. */
    double megabytesIn(double rate) {
        return rate * records * bytes / MEGA;
    }

    /** What the topic carries and stores at a rate, with these settings of it. */
    TopicPlan at(double rate, TopicSettings settings) {
        Map<String, String> config = settings.config();
        boolean compacted = config.get(TopicConfig.CLEANUP_POLICY_CONFIG).contains(TopicConfig.CLEANUP_POLICY_COMPACT);
        Duration kept = kept(config);
        double stored = rate * records * bytes * kept.toSeconds() * settings.replication();
        return new TopicPlan(
                topic,
                settings.partitions(),
                megabytesIn(rate),
                megabytesIn(rate) * readers,
                stored / TERA,
                because(compacted, kept));
    }

    private String because(boolean compacted, Duration kept) {
        if (records == 0) {
            return "no ordinary picture passes it";
        }
        // One entry of each picture stays, and Kafka compacts when half of the log is new: in all two entries a
        // picture.
        String what = compacted ? ", of two entries one stays, and as much again until it is compacted" : "";
        return records + " x " + Numbers.count(Math.round(bytes)) + " bytes an image, " + readers
                + (readers == 1 ? " group reads it" : " groups read it") + ", kept " + inWords(kept) + what;
    }

    /** The longest that a record lies there: retention and one segment; nothing where no time is set. */
    static Duration kept(Map<String, String> config) {
        String retention = config.get(TopicConfig.RETENTION_MS_CONFIG);
        return retention == null
                ? Duration.ZERO
                : Duration.ofMillis(
                        Long.parseLong(retention) + Long.parseLong(config.get(TopicConfig.SEGMENT_MS_CONFIG)));
    }

    private static String inWords(Duration kept) {
        return Numbers.count(kept.toHours()) + " h, the open segment included";
    }
}
