package org.emotionstream.events.loop;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.emotionstream.events.Topics;
import org.junit.jupiter.api.Test;

class WorkersTest {
    private static final int ROUNDS = 3_000;
    private static final int RECORDS = 12;

    /** Many rounds, since what it looks for is a thread that is put to sleep at the wrong moment. */
    @Test
    void whatHasBegunWhenTheyAreStoppedComesBeforeAllThatHasNot() throws Exception {
        var channel = new EchoChannel(TestConfiguration.stage(new Topics("workers."), 4, RECORDS), record -> {});
        var metrics = new LoopMetrics(new SimpleMeterRegistry(), "test");
        boolean someBegan = false;
        boolean someDidNot = false;
        for (int round = 0; round < ROUNDS; round++) {
            try (Workers workers = new Workers(channel, metrics)) {
                List<Future<StepOutcome>> outcomes = IntStream.range(0, RECORDS)
                        .mapToObj(number -> workers.begin(record(number)))
                        .toList();

                workers.stop();

                boolean before = true;
                for (Future<StepOutcome> outcome : outcomes) {
                    boolean began = !(outcome.get() instanceof StepOutcome.NotBegun);
                    assertThat(began && !before).as("round %d", round).isFalse();
                    before = began;
                    someBegan |= began;
                    someDidNot |= !began;
                }
                assertThat(workers.begin(record(RECORDS)).get()).isInstanceOf(StepOutcome.NotBegun.class);
            }
        }
        assertThat(someBegan && someDidNot).as("it stops in the middle").isTrue();
    }

    private static ConsumerRecord<byte[], byte[]> record(int number) {
        return new ConsumerRecord<>("in", 0, number, new byte[0], new byte[] {(byte) number});
    }
}
