package org.emotionstream.combiner.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.common.utils.Bytes;
import org.emotionstream.combiner.topology.BranchEnds.Position;
import org.junit.jupiter.api.Test;

class DeadlinesTest {
    private static final Bytes KEY = Bytes.wrap(new byte[] {1});
    private static final Bytes LATER = Bytes.wrap(new byte[] {2});

    private final List<CompletableFuture<Map<String, Position>>> questions = new ArrayList<>();
    private final Deadlines deadlines =
            new Deadlines(Duration.ofMillis(100), (keys, now) -> new StruckJoins(keys, this::ask, now));

    @Test
    void strikesAfterItsTimeAndNotBefore() {
        deadlines.start(KEY, 0);
        deadlines.start(LATER, 50);

        assertThat(expire(99)).isEmpty();
        assertThat(questions).isEmpty();
        assertThat(expire(100)).isEmpty();
        questions.get(0).complete(Map.of("model-4", new Position(0, 0)));
        assertThat(expire(101)).containsExactly(KEY);
        assertThat(expire(149)).isEmpty();
        assertThat(questions).hasSize(1);
    }

    @Test
    void oneQuestionServesAllThatStrikeTogether() {
        deadlines.start(KEY, 0);
        deadlines.start(LATER, 10);
        expire(200);
        assertThat(questions).hasSize(1);
        questions.get(0).complete(Map.of("model-4", new Position(3, 3)));
        assertThat(expire(201)).containsExactly(KEY, LATER);
    }

    @Test
    void whatIsAnsweredMeanwhileIsNotGivenUp() {
        deadlines.start(KEY, 0);
        expire(100);
        assertThat(deadlines.held()).isEqualTo(1);
        deadlines.stop(KEY);
        assertThat(deadlines.held()).isZero();
        questions.get(0).complete(Map.of("model-4", new Position(0, 0)));
        assertThat(expire(101)).isEmpty();
    }

    @Test
    void theEndThatCountsIsTheFirstAnswer() {
        deadlines.start(KEY, 0);
        expire(100);
        questions.get(0).complete(Map.of("model-4", new Position(5, 4)));
        assertThat(expire(1_200)).isEmpty();
        questions.get(1).complete(Map.of("model-4", new Position(900, 4)));
        assertThat(expire(1_300)).isEmpty();

        deadlines.read("model-4", 5);
        assertThat(expire(1_400)).containsExactly(KEY);
    }

    @Test
    void aQuestionThatFailsIsAskedAgain() {
        deadlines.start(KEY, 0);
        expire(100);
        questions.get(0).completeExceptionally(new IllegalStateException("no broker"));
        assertThat(expire(1_200)).isEmpty();
        questions.get(1).complete(Map.of("model-4", new Position(5, 5)));
        assertThat(expire(1_300)).containsExactly(KEY);
    }

    private List<Bytes> expire(long now) {
        return deadlines.expire(now, key -> Set.of("model-4"));
    }

    private CompletableFuture<Map<String, Position>> ask() {
        questions.add(new CompletableFuture<>());
        return questions.get(questions.size() - 1);
    }
}
