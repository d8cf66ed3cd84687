package org.emotionstream.events.broker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.emotionstream.events.configuration.ChainConfiguration;
import org.emotionstream.events.configuration.Settings;
import org.emotionstream.events.testing.FakeServer;
import org.junit.jupiter.api.Test;

class BrokerWaitTest {
    private final BlockingQueue<String> waiting = new LinkedBlockingQueue<>();
    private final CountDownLatch stop = new CountDownLatch(1);

    @Test
    void waitsForAHostThatIsNotKnownYetAndSaysSoInItsReadiness() throws Exception {
        Thread service = waitFor("no-such-host.invalid:9092");

        assertThat(waiting.poll(20, TimeUnit.SECONDS))
                .isEqualTo("no answer from the broker at no-such-host.invalid:9092: unknown host no-such-host.invalid");
        stop.countDown();
        service.join(TimeUnit.SECONDS.toMillis(20));
        assertThat(service.isAlive()).isFalse();
    }

    @Test
    void makesNoClientForSomethingElseThatListensThere() throws Exception {
        try (FakeServer other = FakeServer.answering(new byte[] {127, -1, -1, -1, 0, 0, 0, 0})) {
            Thread service = waitFor(other.address());

            assertThat(waiting.poll(20, TimeUnit.SECONDS))
                    .contains("no answer from the broker at " + other.address(), "is no Kafka broker");
            stop.countDown();
            service.join(TimeUnit.SECONDS.toMillis(20));
            assertThat(service.isAlive()).isFalse();
        }
    }

    private Thread waitFor(String bootstrapServers) {
        ChainConfiguration chain = Settings.readChain(Map.of("emotionstream.bootstrap-servers", bootstrapServers));
        Thread service = new Thread(() -> {
            try {
                new BrokerWait("landmarker", chain, waiting::add, stop).await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        service.start();
        return service;
    }
}
