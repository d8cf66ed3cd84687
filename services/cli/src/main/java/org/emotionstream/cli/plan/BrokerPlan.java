package org.emotionstream.cli.plan;

import java.util.List;

/**
 * The brokers, and what all of them do together.
 *
 * @param brokers the most that one of the limits asks for
 * @param limits each with the brokers that it asks for
 * @param megabytesIn a second over the network: from producers, and from other brokers
 * @param megabytesOut a second over the network: to consumers, and to other brokers
 * @param terabytes on their disks, all copies
 * @param partitionReplicas of all topics, changelogs included
 */
record BrokerPlan(
        int brokers,
        List<Limit> limits,
        double megabytesIn,
        double megabytesOut,
        double terabytes,
        long partitionReplicas) {
    /**
     * A limit of a broker.
     *
     * @param what it bounds
     * @param brokers that it asks for
     * @param because where that comes from
     */
    record Limit(String what, int brokers, String because) {}

    BrokerPlan {
        limits = List.copyOf(limits);
    }
}
