package org.emotionstream.events.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.emotionstream.events.loop.LoopFixture.PATIENCE;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.emotionstream.events.ChainConfiguration;
import org.emotionstream.events.TopicException;
import org.emotionstream.localbroker.LocalBroker;
import org.junit.jupiter.api.Test;

class HorizonAtStartIT {
    @Test
    void aLoopDoesNotStartOnTopicsThatTheHorizonDoesNotCover() {
        try (LocalBroker broker = LocalBroker.temporary().start();
                LoopFixture fixture = new LoopFixture(broker, "horizon.")) {
            assertThatThrownBy(() -> loop(fixture, broker, "PT27H").run())
                    .isInstanceOf(TopicException.class)
                    .hasMessageContaining("emotionstream.horizon is PT27H and must be at least PT28H")
                    .hasMessageContaining("horizon.images.raw PT7H");
        }
    }

    @Test
    void aBrokerThatIsAwayIsWaitedFor() {
        LocalBroker broker = LocalBroker.temporary();
        try (broker) {
            try (LoopFixture prepared = new LoopFixture(broker.start(), "away.")) {
                broker.stop();
                var running = prepared.start(1, 10, record -> {});
                Until.holds(PATIENCE, "waits", () -> !running.health().ready().up());
                assertThat(running.end()).isNotDone();
                broker.start();
                Until.holds(PATIENCE, "ready", () -> running.health().ready().up());
            }
        }
    }

    private static ConsumeStepProduceLoop loop(LoopFixture fixture, LocalBroker broker, String horizon) {
        ChainConfiguration configuration = TestConfiguration.of(
                broker.bootstrapServers(), fixture.topics.prefix(), "emotionstream.horizon", horizon);
        return new ConsumeStepProduceLoop(
                configuration,
                new EchoChannel(TestConfiguration.stage(fixture.topics, 1, 10), record -> {}),
                new LoopHealth(),
                new SimpleMeterRegistry());
    }
}
