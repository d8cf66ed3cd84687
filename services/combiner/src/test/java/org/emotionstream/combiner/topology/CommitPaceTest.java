package org.emotionstream.combiner.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class CommitPaceTest {
    private static final long PERIOD = CommitPace.SHORTEST.toMillis();
    private static final long BEGIN = 1_000_000;

    private final AtomicLong nanos = new AtomicLong();
    private final CommitPace pace = new CommitPace(nanos::get);

    @Test
    void aRareAnswerIsCommittedAtOnce() {
        for (long now = BEGIN; now < BEGIN + 20 * PERIOD; now += PERIOD) {
            assertThat(pace.answered(now)).hasValue(0);
        }
    }

    @Test
    void anAnswerWaitsAMomentForJoinsThatAreOpenInAnyTask() {
        AtomicBoolean joinOpen = new AtomicBoolean(true);
        pace.join(() -> {}, () -> false);
        pace.join(() -> {}, joinOpen::get);

        assertThat(pace.answered(BEGIN)).hasValue(CommitPace.SETTLING.toMillis());
        assertThat(pace.untilEnd()).isEqualTo(CommitPace.SETTLING);
        pace.end(BEGIN + CommitPace.SETTLING.toMillis());
        joinOpen.set(false);
        assertThat(pace.answered(BEGIN + PERIOD)).hasValue(0);
    }

    @Test
    void answersThatFollowCloselyShareATransactionThatIsAskedForOnce() {
        for (int answer = 0; answer < CommitPace.AT_ONCE; answer++) {
            assertThat(pace.answered(BEGIN)).hasValue(0);
        }
        assertThat(pace.answered(BEGIN + 1)).hasValue(PERIOD - 1);
        assertThat(pace.answered(BEGIN + 2)).isEmpty();
        pace.end(BEGIN + PERIOD);
        assertThat(pace.answered(BEGIN + PERIOD)).hasValue(PERIOD);
    }

    @Test
    void underLoadTransactionsAreAsRareAsThePeriodSays() {
        int ended = 0;
        long alarm = Long.MAX_VALUE;
        for (long now = BEGIN; now < BEGIN + 50 * PERIOD; now++) {
            if (now >= alarm) {
                pace.end(now);
                ended++;
                alarm = Long.MAX_VALUE;
            }
            OptionalLong wait = pace.answered(now);
            if (wait.isPresent() && wait.getAsLong() == 0) {
                ended++;
            } else if (wait.isPresent()) {
                assertThat(wait.getAsLong()).isLessThanOrEqualTo(PERIOD);
                alarm = now + wait.getAsLong();
            }
        }
        assertThat(ended).isBetween(49, 50 + CommitPace.AT_ONCE);
    }

    @Test
    void transactionsThatTakeLongAreRarer() {
        assertThat(waitAfterTransactionsOf(Duration.ofMillis(1))).isEqualTo(PERIOD);
        assertThat(waitAfterTransactionsOf(Duration.ofMillis(30))).isBetween(PERIOD + 1, 30L * CommitPace.TIMES);
        assertThat(waitAfterTransactionsOf(Duration.ofSeconds(5))).isEqualTo(CommitPace.LONGEST_REST.toMillis());
    }

    @Test
    void aTransactionThatTakesLongerThanThePeriodIsNotFollowedByOneForTheNextAnswer() {
        long now = BEGIN;
        assertThat(pace.answered(now)).hasValue(0);
        for (int transaction = 0; transaction < 10; transaction++) {
            now += 1_000;
            nanos.addAndGet(Duration.ofSeconds(1).toNanos());

            assertThat(pace.answered(now)).hasValue(CommitPace.LONGEST_REST.toMillis());
            assertThat(pace.answered(now)).isEmpty();
            now += CommitPace.LONGEST_REST.toMillis();
            nanos.addAndGet(CommitPace.LONGEST_REST.toNanos());
            pace.end(now);
        }
    }

    private long waitAfterTransactionsOf(Duration time) {
        CommitPace slow = new CommitPace(nanos::get);
        for (int transaction = 0; transaction < 20; transaction++) {
            slow.end(BEGIN);
            nanos.addAndGet(time.toNanos());
            slow.goesOn();
        }
        slow.end(2 * BEGIN);
        slow.end(2 * BEGIN);
        return slow.answered(2 * BEGIN).orElseThrow();
    }

    @Test
    void allTasksOfTheThreadWriteBeforeATransactionThatWasAskedForEnds() {
        List<String> written = new ArrayList<>();
        Runnable closed = () -> written.add("closed");
        pace.join(() -> written.add("one"), () -> false);
        pace.join(closed, () -> false);
        pace.join(() -> written.add("other"), () -> false);
        pace.leave(closed);
        pace.end(BEGIN);
        assertThat(written).containsExactly("one", "other");
    }

    @Test
    void restsWhileNothingIsOpenInAnyTask() {
        Runnable one = () -> {};
        Runnable other = () -> {
            throw new AssertionError("nothing ends");
        };
        assertThat(pace.rests()).as("before it has tasks").isFalse();
        pace.join(one, () -> false);
        pace.join(other, () -> false);
        pace.rests(one, true);
        assertThat(pace.rests()).isFalse();
        pace.rests(other, true);
        assertThat(pace.rests()).isTrue();
        pace.rests(one, false);
        assertThat(pace.rests()).isFalse();
        pace.leave(one);
        assertThat(pace.rests()).isTrue();
    }

    @Test
    void aPollEndsWhenTheTransactionOfAnswersIsToEnd() {
        Duration usual = Duration.ofMillis(100);
        AtomicBoolean joinOpen = new AtomicBoolean(true);
        Runnable task = () -> {};
        pace.join(task, joinOpen::get);
        assertThat(pace.longestPoll(usual)).isEqualTo(usual);

        pace.answered(BEGIN);
        assertThat(pace.longestPoll(usual)).isEqualTo(CommitPace.SETTLING.plusMillis(1));
        assertThat(pace.longestPoll(Duration.ZERO)).isZero();
        nanos.addAndGet(Duration.ofSeconds(1).toNanos());
        assertThat(pace.longestPoll(usual)).isEqualTo(Duration.ofMillis(1));

        pace.end(BEGIN);
        pace.rests(task, true);
        assertThat(pace.longestPoll(usual)).isEqualTo(CommitPace.RESTING);
        assertThat(pace.longestPoll(Duration.ZERO)).isZero();
    }

    @Test
    void whatATaskThatIsClosedHasAskedForIsAskedForAgain() {
        for (int answer = 0; answer < CommitPace.AT_ONCE; answer++) {
            pace.answered(BEGIN);
        }
        assertThat(pace.answered(BEGIN)).hasValue(PERIOD);
        pace.forget();
        assertThat(pace.answered(BEGIN)).hasValue(PERIOD);
    }
}
