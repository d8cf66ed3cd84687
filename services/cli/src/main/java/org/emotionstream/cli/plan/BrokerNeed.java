package org.emotionstream.cli.plan;

import java.util.List;
import org.emotionstream.cli.costs.ImageCosts;
import org.emotionstream.cli.plan.BrokerPlan.Limit;

/**
 * Counts brokers.
 *
 * @param load that they carry
 * @param assumptions about their machines
 * @param costs what an image and a client cost a broker
 * @param clients instances of all services
 */
record BrokerNeed(ImageLoad load, Assumptions assumptions, ImageCosts costs, int clients) {
    /** Stores of the combiner with a changelog of as many partitions as a topic. */
    private static final int CHANGELOGS = 5;

    /** Of consumer offsets and of transactions, as Kafka makes them. */
    private static final int PARTITIONS_OF_KAFKA = 100;

    private static final int MOST_REPLICAS = 4_000;
    private static final double KILOBYTE = 1_024;
    private static final double MILLIS = 1_000;

    BrokerPlan of(List<TopicPlan> topics, StatePlan state, int partitions) {
        double produced = topics.stream().mapToDouble(TopicPlan::megabytesIn).sum() + state.changelogMegabytesIn();
        double copied = produced * (assumptions.replication() - 1);
        double in = produced + copied;
        // A standby combiner reads the changelog.
        double out = topics.stream().mapToDouble(TopicPlan::megabytesOut).sum() + state.changelogMegabytesIn() + copied;
        double stored = topics.stream().mapToDouble(TopicPlan::terabytes).sum() + state.changelogTerabytes();
        long all = topics.stream().mapToLong(TopicPlan::partitions).sum()
                + (long) CHANGELOGS * partitions
                + PARTITIONS_OF_KAFKA;
        long replicas = assumptions.replication() * all;
        List<Limit> limits = List.of(
                new Limit("copies", assumptions.replication(), "each copy of a partition lies on another broker"),
                network(in, out),
                disk(stored),
                processor(produced),
                replicas(replicas));
        int most = limits.stream().mapToInt(Limit::brokers).max().orElseThrow();
        return new BrokerPlan(most, limits, in, out, stored, replicas);
    }

    private Limit network(double in, double out) {
        double each = assumptions.brokerNetwork() * assumptions.utilisation();
        return new Limit(
                "network",
                Numbers.parts(Math.max(in, out), each),
                Numbers.of(in) + " MB/s in and " + Numbers.of(out) + " MB/s out, each with "
                        + (assumptions.replication() - 1) + " copies between brokers; a broker carries "
                        + Numbers.of(each) + " MB/s each way");
    }

    private Limit disk(double stored) {
        double each = assumptions.brokerDisk() * assumptions.utilisation();
        return new Limit(
                "disk",
                Numbers.parts(stored, each),
                Numbers.of(stored) + " TB in all copies; a broker holds " + Numbers.of(each) + " TB");
    }

    private Limit processor(double produced) {
        double millis = costs.brokerKilobyte() * produced * TopicFlow.MEGA / KILOBYTE / load.rate();
        double polling = clients * costs.brokerPolling();
        double cores = load.rate() * millis / MILLIS * assumptions.replication() + polling;
        double each = assumptions.brokerCores() * assumptions.utilisation();
        return new Limit(
                "processor",
                Numbers.parts(cores, each),
                Numbers.of(cores) + " cores: " + Numbers.of(millis)
                        + " ms an image, as much again for each copy, which is an upper bound, and "
                        + Numbers.of(polling) + " for " + Numbers.count(clients) + " clients; a broker has "
                        + Numbers.of(each));
    }

    private static Limit replicas(long replicas) {
        return new Limit(
                "partitions",
                Numbers.parts(replicas, MOST_REPLICAS),
                Numbers.count(replicas) + " replicas of partitions, changelogs of the combiner included; a broker has "
                        + Numbers.count(MOST_REPLICAS) + " at most");
    }
}
