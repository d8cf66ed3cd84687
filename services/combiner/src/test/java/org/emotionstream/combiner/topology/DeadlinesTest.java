package org.emotionstream.combiner.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.common.utils.Bytes;
import org.emotionstream.combiner.topology.BranchEnds.Input;
import org.emotionstream.combiner.topology.BranchEnds.Position;
import org.junit.jupiter.api.Test;

class DeadlinesTest {
    private static final long DEADLINE = 4_000;
    private static final Bytes KEY = Bytes.wrap(new byte[] {1});
    private static final Bytes LATER = Bytes.wrap(new byte[] {2});
    private static final String MODEL = "model-4";

    private final List<CompletableFuture<Map<String, Position>>> questions = new ArrayList<>();
    private final Deadlines deadlines = new Deadlines(Duration.ofMillis(DEADLINE), this::ask);

    @Test
    void strikesAfterItsTimeAndNotBefore() {
        deadlines.start(KEY, 0);
        deadlines.start(LATER, 50);

        assertThat(expire(DEADLINE / 2 - 1)).isEmpty();
        assertThat(questions).isEmpty();
        assertThat(expire(DEADLINE)).isEmpty();
        answer(0, new Position(0, 0, Input.UNKNOWN));
        assertThat(expire(DEADLINE + 1)).containsExactly(KEY);
        assertThat(expire(DEADLINE + 49)).isEmpty();
    }

    @Test
    void oneQuestionServesAllThatStrikeTogether() {
        deadlines.start(KEY, 0);
        deadlines.start(LATER, 10);
        expire(DEADLINE + 100);
        assertThat(questions).hasSize(1);
        answer(0, new Position(3, 3, Input.UNKNOWN));
        assertThat(expire(DEADLINE + 101)).containsExactly(KEY, LATER);
    }

    @Test
    void asksOneQuestionASecondHoweverManyStrike() {
        for (int i = 0; i < 100; i++) {
            deadlines.start(Bytes.wrap(new byte[] {(byte) i}), i * 100);
        }
        // The broker does not answer: there is never a second question beside the first.
        for (long now = DEADLINE; now < DEADLINE + 5_000; now += 200) {
            expire(now);
        }
        assertThat(questions).hasSize(1);
        for (long now = DEADLINE + 5_000; now < DEADLINE + 15_000; now += 200) {
            questions.get(questions.size() - 1).complete(Map.of(MODEL, new Position(9, 1, Input.UNKNOWN)));
            expire(now);
        }
        assertThat(deadlines.held()).isEqualTo(100);
        assertThat(questions).hasSizeBetween(9, 12);
    }

    @Test
    void whatIsAnsweredMeanwhileIsNotGivenUp() {
        deadlines.start(KEY, 0);
        expire(DEADLINE);
        assertThat(deadlines.held()).isEqualTo(1);
        deadlines.stop(KEY);
        assertThat(deadlines.held()).isZero();
        answer(0, new Position(0, 0, Input.UNKNOWN));
        assertThat(expire(DEADLINE + 1)).isEmpty();
    }

    @Test
    void theEndThatCountsIsTheFirstAnswer() {
        deadlines.start(KEY, 0);
        expire(DEADLINE);
        answer(0, new Position(5, 4, Input.UNKNOWN));
        assertThat(expire(DEADLINE + 1_200)).isEmpty();
        answer(1, new Position(900, 4, Input.UNKNOWN));
        assertThat(expire(DEADLINE + 1_300)).isEmpty();

        deadlines.read(MODEL, 5);
        assertThat(expire(DEADLINE + 1_400)).containsExactly(KEY);
    }

    @Test
    void anAnswerToAnEarlierQuestionDoesNotCount() {
        deadlines.start(KEY, 0);
        expire(DEADLINE - 100);
        expire(DEADLINE);
        answer(0, new Position(5, 5, Input.UNKNOWN));
        assertThat(expire(DEADLINE + 200)).isEmpty();
        expire(DEADLINE + 1_000);
        answer(1, new Position(6, 5, Input.UNKNOWN));
        deadlines.read(MODEL, 6);
        assertThat(expire(DEADLINE + 1_200)).containsExactly(KEY);
    }

    @Test
    void aQuestionThatFailsIsAskedAgain() {
        deadlines.start(KEY, 0);
        expire(DEADLINE);
        questions.get(0).completeExceptionally(new IllegalStateException("no broker"));
        assertThat(expire(DEADLINE + 1_200)).isEmpty();
        answer(1, new Position(5, 5, Input.UNKNOWN));
        assertThat(expire(DEADLINE + 1_300)).containsExactly(KEY);
    }

    @Test
    void waitsForANetworkThatAdvancesInUnreadInput() {
        deadlines.start(KEY, 0);
        expire(DEADLINE);
        for (int second = 0; second < 20; second++) {
            answer(second, new Position(10 + second, 10 + second, new Input(100 + second, 10 + second)));
            assertThat(expire(DEADLINE + 1_000 * (second + 1))).isEmpty();
        }
        // It has finished what was there when the deadline passed, not what came later.
        answer(20, new Position(100, 100, new Input(120, 100)));
        assertThat(expire(DEADLINE + 21_000)).containsExactly(KEY);
    }

    @Test
    void givesUpOnANetworkThatStandsStill() {
        deadlines.start(KEY, 0);
        expire(DEADLINE / 2);
        answer(0, new Position(10, 10, new Input(100, 10)));
        expire(DEADLINE);
        answer(1, new Position(10, 10, new Input(110, 10)));

        assertThat(expire(DEADLINE + 200)).containsExactly(KEY);
    }

    @Test
    void aJoinThatMissesFewerNetworksWaitsForFewer() {
        deadlines.start(KEY, 0);
        expire(DEADLINE, Set.of(MODEL, "model-2"));
        answer(0, new Position(0, 0, Input.UNKNOWN));
        assertThat(expire(DEADLINE + 200)).isEmpty();

        deadlines.misses(KEY, Set.of(MODEL));

        assertThat(expire(DEADLINE + 400)).containsExactly(KEY);
    }

    private List<Bytes> expire(long now) {
        return expire(now, Set.of(MODEL));
    }

    private List<Bytes> expire(long now, Set<String> missing) {
        return deadlines.expire(now, key -> missing);
    }

    private void answer(int question, Position position) {
        questions.get(question).complete(Map.of(MODEL, position));
    }

    private CompletableFuture<Map<String, Position>> ask() {
        questions.add(new CompletableFuture<>());
        return questions.get(questions.size() - 1);
    }
}
