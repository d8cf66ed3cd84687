package org.emotionstream.cli.plan;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.emotionstream.cli.costs.ImageCosts;
import org.emotionstream.cli.terminal.CommandException;
import org.emotionstream.events.administration.TopicSettings;
import org.emotionstream.events.configuration.Topics;

/**
 * A cluster for a load: its fields are the output of {@code plan --json}.
 *
 * @param load the pictures
 * @param costs where the costs were measured
 * @param partitions of each topic that pictures pass
 * @param services in flow order
 * @param topics in flow order
 * @param state of the combiners
 * @param brokers and what they carry
 * @param walls where the design ends; none for most loads
 */
record ClusterPlan(
        ImageLoad load,
        String costs,
        Partitions partitions,
        List<ServicePlan> services,
        List<TopicPlan> topics,
        StatePlan state,
        BrokerPlan brokers,
        List<Wall> walls) {
    /**
     * The cluster for this load.
     *
     * @throws CommandException when the horizon is shorter than what the topics on the way keep
     */
    static ClusterPlan of(ImageLoad load, Assumptions assumptions, ImageCosts costs) {
        Topics names = new Topics("");
        List<ServiceNeed> needs = ServiceNeed.of(load, assumptions, costs);
        List<TopicFlow> flows = TopicFlow.of(names, load, assumptions.readers());
        double largest = flows.stream()
                .mapToDouble(flow -> flow.megabytesIn(load.rate()))
                .max()
                .orElseThrow();
        Partitions partitions = Partitions.of(needs, assumptions.growth(), largest);
        List<TopicSettings> settings = TopicSettings.of(names, partitions.count(), assumptions.replication());
        requireHorizon(assumptions.horizon(), names, settings);
        Map<String, TopicSettings> byName =
                settings.stream().collect(Collectors.toMap(TopicSettings::name, Function.identity()));
        List<TopicPlan> topics = flows.stream()
                .map(flow -> flow.at(load.rate(), byName.get(flow.topic())))
                .toList();
        ServiceMemory memory = new ServiceMemory(costs.megabytes(), partitions.count());
        List<ServicePlan> services = needs.stream()
                .map(need -> need.with(partitions, assumptions.coresPerInstance(), memory))
                .toList();
        int combiners = needs.get(needs.size() - 1).instances();
        StatePlan state = StatePlan.of(load.rate(), assumptions.horizon(), assumptions.replication(), combiners);
        int clients = needs.stream().mapToInt(ServiceNeed::instances).sum();
        BrokerPlan brokers = new BrokerNeed(load, assumptions, costs, clients).of(topics, state, partitions.count());
        List<Wall> walls = new Walls(partitions, services, topics, state, brokers).all();
        return new ClusterPlan(load, costs.origin(), partitions, services, topics, state, brokers, walls);
    }

    /** The topic into which the most bytes are written. */
    TopicPlan largestTopic() {
        return topics.stream()
                .max(Comparator.comparingDouble(TopicPlan::megabytesIn))
                .orElseThrow();
    }

    /** The chain refuses to start on a horizon that does not cover what the topics on the way keep. */
    private static void requireHorizon(Duration horizon, Topics names, List<TopicSettings> settings) {
        List<String> onTheWay = List.of(
                names.imagesRaw(),
                names.imagesLandmarks(),
                names.imagesFeatures(),
                names.emotionsOfModels().get(0));
        Duration least = settings.stream()
                .filter(topic -> onTheWay.contains(topic.name()))
                .map(topic -> TopicFlow.kept(topic.config()))
                .reduce(Duration.ZERO, Duration::plus);
        CommandException.check(
                horizon.compareTo(least) > 0,
                "--horizon: expected more than " + least + ", which is what the topics on a picture's way keep, found "
                        + horizon);
    }
}
