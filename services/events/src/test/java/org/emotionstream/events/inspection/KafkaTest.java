package org.emotionstream.events.inspection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.internals.KafkaFutureImpl;
import org.junit.jupiter.api.Test;

class KafkaTest {
    private static final Duration ANSWER = Duration.ofMillis(500);

    private final AtomicInteger asked = new AtomicInteger();

    @Test
    void asksAgainForALimitedTimeHoweverLongEachAnswerTakes() {
        assertThatThrownBy(() -> Kafka.await(
                        "describe topics",
                        () -> answerLate(new TimeoutException("no broker")),
                        RetriableException.class::isInstance,
                        ANSWER.multipliedBy(3)))
                .isInstanceOf(TopicException.class)
                .hasMessageContaining("no broker");

        assertThat(asked).hasValueBetween(2, 4);
    }

    private KafkaFuture<String> answerLate(Exception answer) {
        asked.incrementAndGet();
        LockSupport.parkNanos(ANSWER.toNanos());
        KafkaFutureImpl<String> future = new KafkaFutureImpl<>();
        future.completeExceptionally(answer);
        return future;
    }
}
