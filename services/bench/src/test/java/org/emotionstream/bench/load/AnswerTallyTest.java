package org.emotionstream.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AnswerTallyTest {
    private final AnswerTally tally = new AnswerTally();

    @Test
    void eachPictureIsAnsweredOnce() {
        tally.sent("a", 100);
        tally.sent("b", 200);

        assertThat(tally.answered("b", 1_200)).hasValue(1_000);
        assertThat(tally.open()).isEqualTo(1);
        assertThat(tally.answered("a", 600)).hasValue(500);
        assertThat(tally.answered()).isEqualTo(2);
        assertThat(tally.problems()).isEmpty();
    }

    @Test
    void whatIsMissingOrDoubleOrStrangeIsAProblem() {
        tally.sent("missing", 0);
        tally.sent("double", 0);
        tally.answered("double", 1);

        assertThat(tally.answered("double", 2)).isEmpty();
        assertThat(tally.answered("stranger", 3)).isEmpty();
        tally.elsewhere("images.rejected", "x");

        assertThat(tally.answered()).isEqualTo(1);
        assertThat(tally.problems())
                .containsExactly(
                        "pictures without an answer: 1, for example missing",
                        "pictures with a second answer: 1, for example double",
                        "answers to pictures that were not sent: 1, for example stranger",
                        "rejected pictures and amended answers: 1, for example x on images.rejected");
    }
}
