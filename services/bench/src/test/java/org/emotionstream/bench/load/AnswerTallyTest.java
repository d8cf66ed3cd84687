package org.emotionstream.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AnswerTallyTest {
    private final AnswerTally tally = new AnswerTally();
    private final List<Long> latencies = new ArrayList<>();

    @Test
    void eachPictureIsAnsweredOnce() {
        tally.sent("a", 100);
        tally.sent("b", 200);

        tally.answered("b", 1_200, latencies::add);
        assertThat(tally.open()).isEqualTo(1);
        tally.answered("a", 600, latencies::add);
        assertThat(tally.answered()).isEqualTo(2);
        assertThat(latencies).containsExactly(1_000L, 500L);
        assertThat(tally.problems()).isEmpty();
    }

    @Test
    void whatIsMissingOrDoubleOrStrangeIsAProblem() {
        tally.sent("missing", 0);
        tally.sent("double", 0);
        tally.answered("double", 1, latencies::add);

        tally.answered("double", 2, latencies::add);
        tally.answered("stranger", 3, latencies::add);
        tally.elsewhere("images.rejected", "x");

        assertThat(tally.answered()).isEqualTo(1);
        assertThat(latencies).containsExactly(1L);
        assertThat(tally.problems())
                .containsExactly(
                        "pictures without an answer: 1, for example missing",
                        "pictures with a second answer: 1, for example double",
                        "answers to pictures that were not sent: 1, for example stranger",
                        "rejected pictures and amended answers: 1, for example x on images.rejected");
    }

    @Test
    void aLatencyIsThereBeforeItsPictureCountsAsAnswered() {
        tally.sent("a", 0);

        tally.answered("a", 7, nanos -> {
            // Nobody else gets in meanwhile, see the modifier of both methods.
            assertThat(Thread.holdsLock(tally)).isTrue();
            latencies.add(nanos);
        });

        assertThat(latencies).containsExactly(7L);
    }
}
