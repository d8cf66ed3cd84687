package org.emotionstream.events.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.emotionstream.events.inspection.TopicException;
import org.emotionstream.events.testing.TestBroker;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class HorizonAtStartIT {
    @RegisterExtension
    final TestBroker shared = TestBroker.shared();

    @RegisterExtension
    final TestBroker own = TestBroker.own();

    @Test
    void aLoopDoesNotStartOnTopicsThatTheHorizonDoesNotCover() {
        try (LoopFixture fixture = new LoopFixture(shared)) {
            assertThatThrownBy(() -> loop(fixture, "PT27H").run())
                    .isInstanceOf(TopicException.class)
                    .hasMessageContaining("emotionstream.horizon is PT27H and must be at least PT28H")
                    .hasMessageContaining(fixture.topics.imagesRaw() + " PT7H");
        }
    }

    @Test
    void aBrokerThatIsAwayIsWaitedFor() {
        try (LoopFixture prepared = new LoopFixture(own)) {
            own.stop();
            var running = prepared.start(1, 10, record -> {});
            await("waits").until(() -> !running.health().ready().up());
            assertThat(running.end()).isNotDone();
            own.start();
            await("ready").until(() -> running.health().ready().up());
        }
    }

    private ConsumeStepProduceLoop loop(LoopFixture fixture, String horizon) {
        return new ConsumeStepProduceLoop(
                shared.chain("emotionstream.horizon", horizon),
                new EchoChannel(TestConfiguration.stage(fixture.topics, 1, 10), record -> {}),
                new LoopHealth(),
                new SimpleMeterRegistry());
    }
}
