package org.emotionstream.events.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class PatienceTest {
    @Test
    void showsThatItIsThereWhileItWaits() {
        AtomicInteger shown = new AtomicInteger();
        CompletableFuture<String> result =
                new CompletableFuture<String>().completeOnTimeout("done", 900, TimeUnit.MILLISECONDS);

        assertThat(new Patience(shown::incrementAndGet).await(result, "fault")).isEqualTo("done");

        assertThat(shown.get()).isBetween(1, 4);
    }

    @Test
    void whatIsDoneMeanwhileMayWaitTooAndIsNotDoneWithinItself() {
        AtomicReference<Patience> patience = new AtomicReference<>();
        AtomicInteger depth = new AtomicInteger();
        AtomicInteger deepest = new AtomicInteger();
        AtomicInteger rounds = new AtomicInteger();
        patience.set(new Patience(() -> {
            deepest.accumulateAndGet(depth.incrementAndGet(), Math::max);
            if (rounds.incrementAndGet() < 10) {
                // As a rebalance does inside of a poll: it asks for what is there already, however late it is.
                patience.get().await(CompletableFuture.completedFuture("there"), "fault");
            }
            depth.decrementAndGet();
        }));
        CompletableFuture<String> result =
                new CompletableFuture<String>().completeOnTimeout("done", 700, TimeUnit.MILLISECONDS);

        patience.get().await(result, "fault");

        assertThat(rounds).hasPositiveValue();
        assertThat(deepest).hasValue(1);
    }
}
