package org.emotionstream.cli.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.emotionstream.events.configuration.ServiceNames;
import org.emotionstream.events.configuration.Topics;

/** Where a plan is beyond what this design, or Kafka, is known to carry. */
record Walls(
        Partitions partitions,
        List<ServicePlan> services,
        List<TopicPlan> topics,
        StatePlan state,
        BrokerPlan brokers) {
    private static final long MOST_REPLICAS = 200_000;
    private static final int MOST_BROKERS = 100;
    private static final int MOST_MEMBERS = 500;
    private static final int MANY_PARTITIONS = 1_000;
    private static final double MOST_MEGABYTES = 1_024;
    private static final double MOST_GIGABYTES = 1_000;
    private static final double MOST_HOURS = 2;
    private static final double HALF = 0.5;
    private static final double PERCENT = 100;

    /** All that this plan meets. */
    List<Wall> all() {
        List<Wall> walls = new ArrayList<>();
        cluster(walls);
        intake(walls);
        tiles(walls);
        combiner(walls);
        return walls;
    }

    private void cluster(List<Wall> walls) {
        if (brokers.partitionReplicas() > MOST_REPLICAS) {
            walls.add(new Wall(
                    Numbers.count(brokers.partitionReplicas()) + " replicas of partitions",
                    "one cluster is seldom run with more than " + Numbers.count(MOST_REPLICAS),
                    "several chains, each with its own cluster and cameras: no join crosses two pictures"));
        }
        if (brokers.brokers() > MOST_BROKERS) {
            walls.add(new Wall(
                    Numbers.count(brokers.brokers()) + " brokers",
                    "one cluster is seldom run with more than " + MOST_BROKERS,
                    "cameras that find faces themselves and send tiles, a shorter retention of images.raw, or several"
                            + " chains"));
        }
    }

    private void intake(List<Wall> walls) {
        int others = services.stream()
                .filter(service -> !service.service().equals(ServiceNames.LANDMARKER))
                .mapToInt(ServicePlan::instances)
                .max()
                .orElseThrow();
        ServicePlan landmarker = services.get(0);
        if (partitions.count() > MANY_PARTITIONS && landmarker.instances() > 2 * others) {
            walls.add(
                    new Wall(
                            Numbers.count(partitions.count()) + " partitions of every topic for "
                                    + Numbers.count(landmarker.instances()) + " landmarkers",
                            "the other services have " + Numbers.count(others)
                                    + " instances at most, and a partition has one consumer of a group",
                            "a share group (KIP-932) on images.raw, where nothing is joined: more landmarkers than partitions"));
        }
        int members = services.stream().mapToInt(ServicePlan::instances).max().orElseThrow();
        if (members > MOST_MEMBERS) {
            walls.add(new Wall(
                    "a consumer group of " + Numbers.count(members) + " members",
                    "a rebalance of the classic protocol waits for all of them",
                    "more cores an instance (--cores-per-instance), and the broker's own assignment (KIP-848)"));
        }
    }

    private void tiles(List<Wall> walls) {
        Topics names = new Topics("");
        List<String> withTiles = List.of(names.imagesLandmarks(), names.imagesFeatures());
        ToDoubleFunction<TopicPlan> carried = topic -> topic.megabytesIn() + topic.megabytesOut();
        double all = topics.stream().mapToDouble(carried).sum();
        double tiles = topics.stream()
                .filter(topic -> withTiles.contains(topic.topic()))
                .mapToDouble(carried)
                .sum();
        boolean byNetwork = brokers.limits().stream()
                .max(Comparator.comparingInt(BrokerPlan.Limit::brokers))
                .filter(limit -> limit.what().equals("network"))
                .isPresent();
        if (byNetwork && tiles > HALF * all) {
            walls.add(new Wall(
                    Numbers.of(PERCENT * tiles / all) + "% of what brokers carry is tiles, and the network decides"
                            + " their number",
                    "a tile is written twice and read five times, because it travels through the featurizer",
                    "networks that read the tile from images.landmarks, or four networks behind one reader"));
        }
    }

    private void combiner(List<Wall> walls) {
        ServicePlan combiner = services.get(services.size() - 1);
        if (combiner.megabytes() > MOST_MEGABYTES) {
            walls.add(new Wall(
                    Numbers.of(combiner.megabytes()) + " MB of memory for each combiner",
                    "its budget for RocksDB grows by 3.4 MB with each partition of the topics, also with those that"
                            + " others have",
                    "a budget for the partitions that the instance has"));
        }
        if (state.gigabytesOnDisk() > MOST_GIGABYTES || state.hoursToRestore() > MOST_HOURS) {
            walls.add(new Wall(
                    Numbers.of(state.gigabytesOnDisk()) + " GB of state on each combiner, "
                            + Numbers.of(state.hoursToRestore()) + " h to restore a lost disk without a copy",
                    "each answered picture is remembered for the horizon",
                    "more combiners, a standby copy (COMBINER_STANDBY_REPLICAS=1), or a shorter retention on the way"
                            + " and with it a shorter horizon"));
        }
    }
}
