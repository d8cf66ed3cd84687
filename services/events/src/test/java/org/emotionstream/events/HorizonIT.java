package org.emotionstream.events;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.ConfigResource;
import org.emotionstream.localbroker.LocalBroker;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class HorizonIT {
    private static final Duration DEADLINE = Duration.ofSeconds(30);

    private static LocalBroker broker;
    private static Admin admin;

    @BeforeAll
    static void start() {
        broker = LocalBroker.temporary().start();
        admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()));
    }

    @AfterAll
    static void stop() {
        admin.close();
        broker.close();
    }

    @Test
    void ourTopicsFitTheDefaultAndExactlyTheirSum() {
        Topics topics = prepared("fit.");

        assertThatCode(() -> horizon(topics).check(Duration.ofHours(30), DEADLINE))
                .doesNotThrowAnyException();
        // 6 h and a segment of 1 h, four times
        assertThatCode(() -> horizon(topics).check(Duration.ofHours(28).plus(DEADLINE), DEADLINE))
                .doesNotThrowAnyException();
        assertThatCode(() -> horizon(topics).check(Duration.ofHours(28), Duration.ZERO))
                .doesNotThrowAnyException();
    }

    @Test
    void aHorizonBelowTheSumIsRefusedWithEachShareAndWhatItMustBe() {
        Topics topics = prepared("short.");

        assertThatThrownBy(() -> horizon(topics).check(Duration.ofHours(28), DEADLINE))
                .isInstanceOf(TopicException.class)
                .hasMessageContaining("emotionstream.horizon is PT28H and must be at least PT28H30S")
                .hasMessageContaining("short.images.raw PT7H = retention.ms PT6H + segment.ms PT1H")
                .hasMessageContaining("short.images.landmarks PT7H")
                .hasMessageContaining("short.images.features PT7H")
                .hasMessageContaining("short.emotions.model-")
                .hasMessageContaining("combiner.deadline PT30S");
    }

    @Test
    void theSettingsInForceCountAndOfTheNetworksTheLongest() throws Exception {
        Topics topics = prepared("force.");
        alter(topics.emotions("model-3"), "retention.ms", Duration.ofHours(9));
        alter(topics.imagesLandmarks(), "segment.ms", Duration.ofHours(2));

        assertThatThrownBy(() -> horizon(topics).check(Duration.ofHours(30), DEADLINE))
                .hasMessageContaining("must be at least PT32H30S")
                .hasMessageContaining("force.emotions.model-3 PT10H = retention.ms PT9H + segment.ms PT1H")
                .hasMessageContaining("force.images.landmarks PT8H = retention.ms PT6H + segment.ms PT2H");
    }

    @Test
    void aTopicThatKeepsForEverIsRefusedByName() throws Exception {
        Topics topics = prepared("ever.");
        alter(topics.imagesFeatures(), "retention.ms", "-1");

        assertThatThrownBy(() -> horizon(topics).check(Duration.ofDays(999), DEADLINE))
                .hasMessageContaining("ever.images.features keeps its records for ever (retention.ms=-1");

        alter(topics.imagesFeatures(), "retention.ms", "1000");
        alter(topics.emotions("model-1"), "cleanup.policy", "compact");
        assertThatThrownBy(() -> horizon(topics).check(Duration.ofDays(999), DEADLINE))
                .hasMessageContaining("ever.emotions.model-1 keeps its records for ever")
                .hasMessageContaining("cleanup.policy=compact");
    }

    @Test
    void rejectedPicturesAreNeverKeptLongerThanRawOnes() throws Exception {
        Topics topics = prepared("rejected.");
        alter(topics.imagesRejected(), "retention.ms", Duration.ofHours(7));

        assertThatThrownBy(() -> horizon(topics).check(Duration.ofHours(30), DEADLINE))
                .hasMessageContaining("rejected pictures are kept longer than raw ones")
                .hasMessageContaining("rejected.images.rejected PT8H")
                .hasMessageContaining("rejected.images.raw PT7H");
    }

    private static Topics prepared(String prefix) {
        Topics topics = new Topics(prefix);
        new TopicAdministrator(admin, topics, 1, (short) 1).prepare();
        return topics;
    }

    private static Horizon horizon(Topics topics) {
        return new Horizon(admin, topics);
    }

    private static void alter(String topic, String key, Duration value) throws Exception {
        alter(topic, key, Long.toString(value.toMillis()));
    }

    private static void alter(String topic, String key, String value) throws Exception {
        var operation = new AlterConfigOp(new ConfigEntry(key, value), AlterConfigOp.OpType.SET);
        admin.incrementalAlterConfigs(Map.of(new ConfigResource(ConfigResource.Type.TOPIC, topic), List.of(operation)))
                .all()
                .get();
    }
}
