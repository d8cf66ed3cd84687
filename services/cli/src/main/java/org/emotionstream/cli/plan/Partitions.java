package org.emotionstream.cli.plan;

import java.util.Comparator;
import java.util.List;

/**
 * How many partitions each topic on a picture's way has: the same for all, because messages are joined by partition.
 *
 * @param count of each topic
 * @param decidedBy the service whose instances ask for the most
 * @param because where the count comes from
 */
record Partitions(int count, String decidedBy, String because) {
    /** As the overlay {@code production} has; a multiple of it divides evenly among 2, 3, 4, 6 and 12. */
    static final int LEAST = 12;

    /** Megabytes a second of one partition: a consumer that was away catches up at several times this. */
    private static final double MOST_MEGABYTES = 10;

    /**
     * The partitions for these services.
     *
     * @param largestTopic megabytes a second of the topic with the most
     */
    static Partitions of(List<ServiceNeed> needs, double growth, double largestTopic) {
        ServiceNeed largest = needs.stream()
                .max(Comparator.comparingInt(ServiceNeed::instances))
                .orElseThrow();
        int forInstances = Numbers.parts(growth * largest.instances(), 1);
        int forBytes = Numbers.parts(largestTopic, MOST_MEGABYTES);
        int count = Numbers.parts(Math.max(1, Math.max(forInstances, forBytes)), LEAST) * LEAST;
        return new Partitions(
                count,
                largest.service(),
                Numbers.plain(growth) + " x the " + Numbers.count(largest.instances()) + " instances of "
                        + largest.service() + ", at most " + Numbers.plain(MOST_MEGABYTES)
                        + " MB/s each, in dozens; every topic that is joined has the same number");
    }

    /** The share of all pictures that the one of so many instances with the most partitions has, up to 1. */
    double largestShare(int instances) {
        return (double) ((count + instances - 1) / instances) / count;
    }
}
