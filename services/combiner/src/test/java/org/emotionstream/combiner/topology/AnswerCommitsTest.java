package org.emotionstream.combiner.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.processor.api.MockProcessorContext.CapturedPunctuator;
import org.junit.jupiter.api.Test;

class AnswerCommitsTest {
    private static final long NOW = 1_000_000;

    private final MockProcessorContext<Void, Void> context = new MockProcessorContext<>();
    private final CommitPace pace = new CommitPace(() -> 0);
    private final AtomicInteger written = new AtomicInteger();
    private final AnswerCommits commits = new AnswerCommits(context, pace, written::incrementAndGet, () -> false);

    AnswerCommitsTest() {
        context.setCurrentSystemTimeMs(NOW);
    }

    @Test
    void aRareAnswerEndsItsTransactionAtOnce() {
        commits.answered();
        assertThat(context.committed()).isTrue();
        assertThat(context.scheduledPunctuators()).isEmpty();
        assertThat(commits.takeAtOnce()).isTrue();
        assertThat(commits.takeAtOnce()).isFalse();
    }

    @Test
    void answersThatFollowCloselyAreCommittedTogetherAlthoughNothingMoreArrives() {
        answerUntilTheyGather();
        commits.answered();
        assertThat(context.committed()).isFalse();
        assertThat(pace.gathers()).isTrue();

        CapturedPunctuator alarm = context.scheduledPunctuators().get(0);
        assertThat(alarm.getInterval()).isEqualTo(CommitPace.SHORTEST);
        alarm.getPunctuator().punctuate(NOW + CommitPace.SHORTEST.toMillis());
        assertThat(context.committed()).isTrue();
        assertThat(written).hasValue(1);
        assertThat(alarm.cancelled()).isTrue();
        assertThat(context.scheduledPunctuators()).hasSize(1);
        assertThat(pace.gathers()).isFalse();
    }

    @Test
    void whenTheTaskIsClosedOthersOfItsThreadAskAgain() {
        answerUntilTheyGather();
        commits.close();
        assertThat(pace.gathers()).isFalse();
        assertThat(context.scheduledPunctuators())
                .allSatisfy(alarm -> assertThat(alarm.cancelled()).isTrue());
        pace.end(NOW);
        assertThat(written).hasValue(0);
    }

    private void answerUntilTheyGather() {
        for (int answer = 0; answer <= CommitPace.AT_ONCE; answer++) {
            context.resetCommit();
            commits.answered();
        }
    }
}
