package org.emotionstream.combiner.join;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.emotionstream.contract.Emotion;
import org.emotionstream.schemas.EmotionDistributions;
import org.junit.jupiter.api.Test;

class OpenJoinTest {
    private static final Instant NOW = Instant.parse("2026-01-01T12:00:01Z");

    private final EmotionDistributions first = message("model-1");
    private final EmotionDistributions second = message("model-2");
    private final EmotionDistributions third = message("model-3");
    private final EmotionDistributions fourth = message("model-4");

    @Test
    void theFourthCompletesWhateverTheOrder() {
        OpenJoin three = new OpenJoin(NOW, List.of(fourth, second, first));

        assertThat(three.missing()).containsExactly("model-3");
        assertThat(three.arrive(third)).isEqualTo(new JoinOutcome.Complete(List.of(first, second, third, fourth)));
    }

    @Test
    void aNetworkIsHeardOnce() {
        assertThat(new OpenJoin(NOW, List.of(first, second)).arrive(first)).isEqualTo(new JoinOutcome.Duplicate());
    }

    @Test
    void releasesStandSideBySide() {
        OpenJoin three = new OpenJoin(NOW, List.of(first, second, third));

        JoinOutcome outcome = three.arrive(Messages.ofOtherRelease(fourth));

        assertThat(outcome).isInstanceOfSatisfying(JoinOutcome.Waiting.class, waiting -> {
            assertThat(waiting.join().attemptCount()).isEqualTo(2);
            assertThat(waiting.join().missing()).containsExactly("model-1", "model-2", "model-3", "model-4");
            assertThat(waiting.join().expire()).isEqualTo(new JoinOutcome.Partial(List.of(first, second, third)));
            assertThat(waiting.join().arrive(fourth))
                    .isEqualTo(new JoinOutcome.Complete(List.of(first, second, third, fourth)));
        });
    }

    @Test
    void facesOfAnotherSearchAreAnotherAttempt() {
        EmotionDistributions otherFaces = Messages.of("a", 1, "model-4", Messages.face(99, Emotion.SAD, 0.9));
        OpenJoin three = new OpenJoin(NOW, List.of(first, second, third));

        assertThat(three.arrive(otherFaces)).isInstanceOf(JoinOutcome.Waiting.class);
    }

    @Test
    void aPartialAnswerIsAmendedByWhoComesLaterAndNobodyElse() {
        PartialAnswer partial = new PartialAnswer(1, List.of(first, third));

        assertThat(partial.arrive(third)).isEqualTo(new JoinOutcome.Duplicate());
        assertThat(partial.arrive(Messages.ofOtherRelease(fourth))).isEqualTo(new JoinOutcome.OtherAttempt());
        assertThat(partial.arrive(second))
                .isEqualTo(new JoinOutcome.Amendment(List.of(first, second, third), 2))
                .isInstanceOfSatisfying(
                        JoinOutcome.Due.class, due -> assertThat(due.partial()).isTrue());
        assertThat(new PartialAnswer(3, List.of(first, second, third)).arrive(fourth))
                .isEqualTo(new JoinOutcome.Amendment(List.of(first, second, third, fourth), 4))
                .isInstanceOfSatisfying(
                        JoinOutcome.Due.class, due -> assertThat(due.partial()).isFalse());
    }

    private static EmotionDistributions message(String model) {
        return Messages.of("a", 1, model, Messages.face(10, Emotion.HAPPY, 0.8));
    }
}
