package org.emotionstream.events.inspection;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.emotionstream.events.configuration.Topics;
import org.emotionstream.events.testing.TestBroker;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class HorizonIT {
    private static final Duration DEADLINE = Duration.ofSeconds(30);

    @RegisterExtension
    final TestBroker broker = TestBroker.shared();

    @Test
    void ourTopicsFitTheDefaultAndExactlyTheirSum() {
        Topics topics = broker.prepare(1);

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
        Topics topics = broker.prepare(1);

        assertThatThrownBy(() -> horizon(topics).check(Duration.ofHours(28), DEADLINE))
                .isInstanceOf(TopicException.class)
                .hasMessageContaining("emotionstream.horizon is PT28H and must be at least PT28H30S")
                .hasMessageContaining(topics.prefix() + "images.raw PT7H = retention.ms PT6H + segment.ms PT1H")
                .hasMessageContaining(topics.prefix() + "images.landmarks PT7H")
                .hasMessageContaining(topics.prefix() + "images.features PT7H")
                .hasMessageContaining(topics.prefix() + "emotions.model-")
                .hasMessageContaining("combiner.deadline PT30S");
    }

    @Test
    void theSettingsInForceCountAndOfTheNetworksTheLongest() {
        Topics topics = broker.prepare(1);
        alter(topics.emotions("model-3"), "retention.ms", Duration.ofHours(9));
        alter(topics.imagesLandmarks(), "segment.ms", Duration.ofHours(2));

        assertThatThrownBy(() -> horizon(topics).check(Duration.ofHours(30), DEADLINE))
                .hasMessageContaining("must be at least PT32H30S")
                .hasMessageContaining(topics.prefix() + "emotions.model-3 PT10H = retention.ms PT9H + segment.ms PT1H")
                .hasMessageContaining(topics.prefix() + "images.landmarks PT8H = retention.ms PT6H + segment.ms PT2H");
    }

    @Test
    void aTopicThatKeepsForEverIsRefusedByName() {
        Topics topics = broker.prepare(1);
        broker.alter(topics.imagesFeatures(), "retention.ms", "-1");

        assertThatThrownBy(() -> horizon(topics).check(Duration.ofDays(999), DEADLINE))
                .hasMessageContaining(topics.prefix() + "images.features keeps its records for ever (retention.ms=-1");

        broker.alter(topics.imagesFeatures(), "retention.ms", "1000");
        broker.alter(topics.emotions("model-1"), "cleanup.policy", "compact");
        assertThatThrownBy(() -> horizon(topics).check(Duration.ofDays(999), DEADLINE))
                .hasMessageContaining(topics.prefix() + "emotions.model-1 keeps its records for ever")
                .hasMessageContaining("cleanup.policy=compact");
    }

    @Test
    void rejectedPicturesAreNeverKeptLongerThanRawOnes() {
        Topics topics = broker.prepare(1);
        alter(topics.imagesRejected(), "retention.ms", Duration.ofHours(7));

        assertThatThrownBy(() -> horizon(topics).check(Duration.ofHours(30), DEADLINE))
                .hasMessageContaining("rejected pictures are kept longer than raw ones")
                .hasMessageContaining(topics.prefix() + "images.rejected PT8H")
                .hasMessageContaining(topics.prefix() + "images.raw PT7H");
    }

    private Horizon horizon(Topics topics) {
        return new Horizon(broker.admin(), topics);
    }

    private void alter(String topic, String key, Duration value) {
        broker.alter(topic, key, Long.toString(value.toMillis()));
    }
}
