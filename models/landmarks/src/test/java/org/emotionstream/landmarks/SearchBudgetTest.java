package org.emotionstream.landmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SearchBudgetTest {
    @Test
    void smallPicturesPassSideBySide() {
        SearchBudget budget = new SearchBudget(1_000_000);
        CountDownLatch bothAreIn = new CountDownLatch(2);
        CompletableFuture<?>[] searches = IntStream.range(0, 2)
                .mapToObj(i -> CompletableFuture.runAsync(() -> budget.spend(400_000, () -> meet(bothAreIn))))
                .toArray(CompletableFuture[]::new);
        // Ends only when both are in at the same time.
        CompletableFuture.allOf(searches).join();
    }

    private static boolean meet(CountDownLatch latch) {
        latch.countDown();
        try {
            latch.await();
            return true;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void neverMoreThanTheBudgetAtOnce() {
        SearchBudget budget = new SearchBudget(1_000_000);
        AtomicLong inside = new AtomicLong();
        AtomicLong most = new AtomicLong();
        CompletableFuture<?>[] searches = IntStream.range(0, 40)
                .mapToObj(i -> CompletableFuture.runAsync(() -> budget.spend(600_000, () -> {
                    most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                    return inside.decrementAndGet();
                })))
                .toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(searches).join();
        assertThat(most).hasValue(1);
    }

    @Test
    void whatExceedsTheBudgetIsDoneAlone() {
        assertThat(new SearchBudget(1000).<String>spend(50_000_000, () -> "done"))
                .isEqualTo("done");
    }

    @Test
    void aSearchThatThrowsGivesItsShareBack() {
        SearchBudget budget = new SearchBudget(1_000_000);
        for (int i = 0; i < 3; i++) {
            try {
                budget.spend(1_000_000, () -> {
                    throw new IllegalStateException("no luck");
                });
            } catch (IllegalStateException expected) {
                assertThat(expected).hasMessage("no luck");
            }
        }
        assertThat(budget.<Integer>spend(1_000_000, () -> 1)).isEqualTo(1);
    }
}
