package org.emotionstream.cli.plan;

import org.emotionstream.cli.terminal.Console;

/**
 * Prints a plan for people: each number with where it comes from.
 *
 * @param console gets the lines
 */
record PlanText(Console console) {
    private static final String SERVICES = "%-20s %10s %10s %8s %10s  %s";
    private static final String TOPICS = "%-20s %10s %10s %10s %10s  %s";
    private static final String LIMITS = "%-20s %10s  %s";

    void print(ClusterPlan plan) {
        ImageLoad load = plan.load();
        console.result(Numbers.of(load.rate()) + " images a second of " + load.width() + " x " + load.height()
                + " pixels and " + Numbers.count(load.bytes()) + " bytes, " + Numbers.plain(load.faces())
                + " faces each, smallest face " + load.smallestFace());
        console.result("costs: " + plan.costs());
        services(plan);
        topics(plan);
        state(plan);
        brokers(plan.brokers());
        walls(plan);
    }

    private void services(ClusterPlan plan) {
        console.result("");
        console.row(SERVICES, "service", "instances", "cores", "busiest", "MB each", "because");
        for (ServicePlan service : plan.services()) {
            console.row(
                    SERVICES,
                    service.service(),
                    Numbers.count(service.instances()),
                    Numbers.of(service.cores()),
                    Math.round(service.busiestPercent()) + "%",
                    Numbers.count(Math.round(service.megabytes())),
                    service.because());
        }
        console.row(
                SERVICES,
                "all",
                Numbers.count(plan.services().stream()
                        .mapToLong(ServicePlan::instances)
                        .sum()),
                Numbers.of(
                        plan.services().stream().mapToDouble(ServicePlan::cores).sum()),
                "",
                Numbers.count(Math.round(plan.services().stream()
                        .mapToDouble(service -> service.instances() * service.megabytes())
                        .sum())),
                "cores that are busy; memory of all; at least 2 instances of each service and 3 combiners, so that one"
                        + " may end");
    }

    private void topics(ClusterPlan plan) {
        console.result("");
        console.row(TOPICS, "topic", "partitions", "MB/s in", "MB/s out", "TB stored", "because");
        for (TopicPlan topic : plan.topics()) {
            console.row(
                    TOPICS,
                    topic.topic(),
                    Numbers.count(topic.partitions()),
                    Numbers.of(topic.megabytesIn()),
                    Numbers.of(topic.megabytesOut()),
                    Numbers.of(topic.terabytes()),
                    topic.because());
        }
        console.row(
                LIMITS,
                "partitions",
                Numbers.count(plan.partitions().count()),
                plan.partitions().because());
        TopicPlan largest = plan.largestTopic();
        console.row(
                LIMITS,
                "largest partition",
                Numbers.of(largest.megabytesIn() / largest.partitions()),
                "MB/s, on " + largest.topic());
    }

    private void state(ClusterPlan plan) {
        StatePlan state = plan.state();
        console.result("");
        console.row(LIMITS, "combiner's disk", Numbers.of(state.gigabytesOnDisk()), "GB each: " + state.because());
        console.row(
                LIMITS,
                "restored in",
                Numbers.of(state.hoursToRestore()),
                "h, when the disk of one combiner is lost and no other holds a copy");
        console.row(
                LIMITS,
                "changelogs",
                Numbers.of(state.changelogTerabytes()),
                "TB in all copies, " + Numbers.of(state.changelogMegabytesIn()) + " MB/s");
    }

    private void brokers(BrokerPlan brokers) {
        console.result("");
        console.row(LIMITS, "limit", "brokers", "because");
        brokers.limits()
                .forEach(limit -> console.row(LIMITS, limit.what(), Numbers.count(limit.brokers()), limit.because()));
        console.row(LIMITS, "brokers", Numbers.count(brokers.brokers()), "the most of these");
    }

    private void walls(ClusterPlan plan) {
        console.result("");
        if (plan.walls().isEmpty()) {
            console.result("walls: none at this load");
            return;
        }
        for (Wall wall : plan.walls()) {
            console.result("wall: " + wall.where());
            console.result("  why: " + wall.why());
            console.result("  what moves it: " + wall.change());
        }
    }
}
