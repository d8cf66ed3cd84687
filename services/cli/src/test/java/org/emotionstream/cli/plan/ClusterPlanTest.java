package org.emotionstream.cli.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.emotionstream.cli.costs.ImageCosts;
import org.emotionstream.events.configuration.Topics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** Numbers that were computed by hand from costs that are round. */
class ClusterPlanTest {
    private static final Topics TOPICS = new Topics("");

    @Test
    void coresAreRateTimesCostAndInstancesKeepTheUtilisation() {
        Map<String, ServicePlan> services = services(plan(1_000));

        // 0.1 + 2 x 0.3072 decoding, 0.5 + 10 x 0.3072 searching, 0.5 messages, 0.25 x 2 faces
        ServicePlan landmarker = services.get("landmarker");
        // 5.2864 cores for images; each instance has 0.6 less 0.05 for polling
        assertThat(landmarker.instances()).isEqualTo(10);
        assertThat(landmarker.cores()).isCloseTo(5.2864 + 10 * 0.05, within(1e-3));
        assertThat(services.get("cnn-worker-model-2").cores()).isCloseTo(1.0 + 2 * 0.05, within(1e-3));
        assertThat(services.get("cnn-worker-model-2").instances()).isEqualTo(2);
        assertThat(services.get("featurizer").instances()).as("at least 2").isEqualTo(2);
        assertThat(services.get("combiner").instances()).as("at least 3").isEqualTo(3);
    }

    @Test
    void partitionsAreDozensForTwiceTheInstancesAndTheBusiestHasTheMost() {
        ClusterPlan plan = plan(1_000);

        assertThat(plan.partitions().count()).isEqualTo(24);
        // 3 of 24 partitions, of 5.2864 cores, and polling
        assertThat(services(plan).get("landmarker").busiestPercent()).isCloseTo(71.08, within(0.01));
    }

    @Test
    void moreCoresAnInstanceNeedFewerInstancesAndFewerPartitions() {
        ClusterPlan plan = plan(1_000, "--cores-per-instance", "4");

        assertThat(services(plan).get("landmarker").instances()).isEqualTo(3);
        assertThat(plan.partitions().count()).isEqualTo(12);
    }

    @Test
    void oneThreadReadsAndSendsHoweverManyCoresAnInstanceHas() {
        // 100,000 x 0.5 ms of messages are 50 cores, of which an instance carries 0.6 less 0.05
        assertThat(services(plan(100_000, "--cores-per-instance", "64"))
                        .get("landmarker")
                        .instances())
                .isEqualTo(91);
    }

    @Test
    void eachGroupReadsATopicOnce() {
        Map<String, TopicPlan> topics =
                plan(1_000).topics().stream().collect(Collectors.toMap(TopicPlan::topic, Function.identity()));

        TopicPlan raw = topics.get(TOPICS.imagesRaw());
        // a quarter of a byte for each of 640 x 480 pixels, and 120 bytes around them
        assertThat(raw.megabytesIn()).isCloseTo(76.92, within(1e-9));
        assertThat(raw.megabytesOut()).isCloseTo(76.92, within(1e-9));
        // kept for 6 h and an open segment of 1 h, three copies
        assertThat(raw.terabytes()).isCloseTo(76.92 * 7 * 3_600 * 3 / 1e6, within(1e-9));
        TopicPlan features = topics.get(TOPICS.imagesFeatures());
        assertThat(features.megabytesOut()).isCloseTo(4 * features.megabytesIn(), within(1e-9));
        // two tiles of 10,000 bytes and 33 components each
        assertThat(features.megabytesIn()).isBetween(20.264, 20.6);
        assertThat(topics.get(TOPICS.imagesRejected()).megabytesIn()).isZero();
        assertThat(topics.get(TOPICS.schemas()).partitions()).isOne();
    }

    @Test
    void recordsAreAsLargeAsBenchHasMeasuredAtTheBroker() {
        // bench, input tiles: 3,581 bytes on average, one face; 26.8 KB an image came in and 56.8 KB went out
        ImageLoad tiles = new ImageLoad(1, 100, 100, 1, 80, 3_581);
        ClusterPlan plan = ClusterPlan.of(tiles, assumptions(), costs());

        double in = plan.topics().stream().mapToDouble(TopicPlan::megabytesIn).sum()
                + plan.state().changelogMegabytesIn();
        double out = plan.topics().stream().mapToDouble(TopicPlan::megabytesOut).sum();
        assertThat(in * 1e6 / 1_024).isCloseTo(26.8, within(0.05 * 26.8));
        assertThat(out * 1e6 / 1_024).isCloseTo(56.8, within(0.05 * 56.8));
    }

    @Test
    void theStateOfTheCombinerIsThatOfItsGuide() {
        // docs/guides/combiner-state.md: 500 a second, 3.7 GB on disk at most, 2.3 GB in each copy of the changelog
        StatePlan state = StatePlan.of(500, Duration.ofHours(30), (short) 1, 1);

        assertThat(state.gigabytesOnDisk() / 2).isCloseTo(3.7, within(0.05));
        assertThat(state.changelogTerabytes() * 1_000).isCloseTo(2.3, within(0.05));
        assertThat(state.hoursToRestore()).isCloseTo(54e6 / 12_600 / 3_600, within(1e-9));
    }

    @Test
    void brokersAreTheMostThatALimitAsksFor() {
        BrokerPlan brokers = plan(1_000).brokers();
        assertThat(brokers.brokers())
                .isEqualTo(brokers.limits().stream()
                        .mapToInt(BrokerPlan.Limit::brokers)
                        .max()
                        .orElseThrow());
        // 13 topics and 5 changelogs of 24 partitions, 2 topics of one, 100 of Kafka itself; three copies
        assertThat(brokers.partitionReplicas()).isEqualTo(3 * (18 * 24 + 2 + 100));
        assertThat(plan(1_000, "--replication", "5", "--broker-disk", "1000")
                        .brokers()
                        .brokers())
                .isEqualTo(5);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.01, 1, 3, 17, 200, 1_000, 4_321, 50_000, 1_000_000})
    void twiceTheRateNeverNeedsLess(double rate) {
        ClusterPlan plan = plan(rate);
        ClusterPlan twice = plan(2 * rate);

        assertThat(twice.partitions().count())
                .isGreaterThanOrEqualTo(plan.partitions().count());
        assertThat(twice.brokers().brokers())
                .isGreaterThanOrEqualTo(plan.brokers().brokers());
        assertThat(twice.brokers().terabytes()).isGreaterThan(plan.brokers().terabytes());
        services(plan)
                .forEach((name, service) -> assertThat(services(twice).get(name).instances())
                        .as(name)
                        .isGreaterThanOrEqualTo(service.instances()));
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 17, 200, 1_000, 4_321, 50_000})
    void theBusiestInstanceKeepsUp(double rate) {
        assertThat(plan(rate).services())
                .allSatisfy(service -> assertThat(service.busiestPercent()).isBetween(0.0, 100.0));
    }

    @Test
    void smallerFacesAndMoreFacesCostMore() {
        ImageCosts costs = costs();
        Assumptions assumptions = assumptions();

        double usual = landmarkerCores(new ImageLoad(100, 640, 480, 2, 80, 75_000), assumptions, costs);
        assertThat(landmarkerCores(new ImageLoad(100, 640, 480, 2, 40, 75_000), assumptions, costs) - usual)
                .as("three times the 0.3072 Mpx more are searched, 10 ms each")
                .isCloseTo(0.1 * 3 * 3.072, within(1e-3));
        assertThat(landmarkerCores(new ImageLoad(100, 640, 480, 4, 80, 75_000), assumptions, costs) - usual)
                .isCloseTo(0.1 * 2 * 0.25, within(1e-3));
    }

    @Test
    void whatIsSearchedFollowsTheLandmarkersPlan() {
        assertThat(new ImageLoad(1, 100, 100, 1, 80, 1).searched()).isCloseTo(0.01, within(1e-9));
        assertThat(new ImageLoad(1, 50, 50, 1, 40, 1).searched()).as("a tile").isCloseTo(0.01, within(1e-9));
        assertThat(new ImageLoad(1, 6_000, 8_000, 1, 40, 1).searched())
                .as("at most")
                .isEqualTo(20);
    }

    @Test
    void aMillionPicturesASecondMeetsWallsAndFiveDoNot() {
        assertThat(plan(5).walls()).isEmpty();
        assertThat(plan(1_000_000).walls())
                .extracting(Wall::where)
                .anyMatch(where -> where.endsWith("replicas of partitions"))
                .anyMatch(where -> where.endsWith("brokers"))
                .anyMatch(where -> where.endsWith("landmarkers"))
                .anyMatch(where -> where.endsWith("members"))
                .anyMatch(where -> where.endsWith("memory for each combiner"));
    }

    private static double landmarkerCores(ImageLoad load, Assumptions assumptions, ImageCosts costs) {
        return ServiceNeed.of(load, assumptions, costs).get(0).cores();
    }

    private static Map<String, ServicePlan> services(ClusterPlan plan) {
        return plan.services().stream().collect(Collectors.toMap(ServicePlan::service, Function.identity()));
    }

    private static ClusterPlan plan(double rate, String... options) {
        ImageLoad load = new ImageLoad(rate, 640, 480, 2, 80, ImageLoad.usualBytes(640, 480));
        return ClusterPlan.of(load, assumptions(options), costs());
    }

    private static Assumptions assumptions(String... options) {
        Assumptions assumptions = new Assumptions();
        new CommandLine(assumptions).parseArgs(options);
        return assumptions.checked();
    }

    private static ImageCosts costs() {
        try {
            return ImageCosts.of(Optional.of(
                    Path.of(ClusterPlanTest.class.getResource("costs.json").toURI())));
        } catch (URISyntaxException e) {
            throw new IllegalStateException("the resource is a file", e);
        }
    }
}
