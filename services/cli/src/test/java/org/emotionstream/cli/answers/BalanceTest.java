package org.emotionstream.cli.answers;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.emotionstream.cli.pictures.SentPicture;
import org.junit.jupiter.api.Test;

class BalanceTest {
    private final Balance balance = new Balance();
    private final SentPicture first = new SentPicture("id-1", Path.of("a.jpg"));
    private final SentPicture second = new SentPicture("id-2", Path.of("b.jpg"));
    private final SentPicture third = new SentPicture("id-3", Path.of("c.jpg"));

    BalanceTest() {
        List.of(first, second, third).forEach(balance::sent);
    }

    @Test
    void whatHasNoAnswerIsMissing() {
        balance.answered(new PictureAnswer.Final(Messages.emotions("id-3", List.of())));
        balance.answered(new PictureAnswer.Rejected("id-1", "a.jpg", "empty", ""));

        assertThat(balance).hasToString("3 images: 1 final, 1 rejected, 1 missing");
        assertThat(balance.missing()).containsExactly(second);
    }

    @Test
    void anAnswerCountsOnce() {
        PictureAnswer answer = new PictureAnswer.Final(Messages.emotions("id-2", List.of()));

        assertThat(balance.answered(answer)).contains(second);
        assertThat(balance.answered(answer)).isEmpty();
        assertThat(balance).hasToString("3 images: 1 final, 0 rejected, 2 missing");
    }

    @Test
    void somebodyElsesAnswerCountsNothing() {
        assertThat(balance.answered(new PictureAnswer.Rejected("foreign", "", "empty", "")))
                .isEmpty();
        assertThat(balance).hasToString("3 images: 0 final, 0 rejected, 3 missing");
    }
}
