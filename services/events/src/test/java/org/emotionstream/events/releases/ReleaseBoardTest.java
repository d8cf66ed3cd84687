package org.emotionstream.events.releases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.emotionstream.events.releases.Board.NEW;
import static org.emotionstream.events.releases.Board.OLD;
import static org.emotionstream.events.releases.Board.holding;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReleaseBoardTest {
    @Test
    void theLastWordOfEachInstanceCounts() {
        StageReport first = holding("featurizer", "a", "old", OLD);
        StageReport last = holding("featurizer", "a", "new", OLD, NEW);
        StageReport other = new StageReport("landmarker", "b", Optional.empty(), List.of(), Optional.of("why"));
        Board board = new Board().says(first).says(other).says(last).pinned(OLD).pinned(NEW);

        assertThat(board.board.reports()).containsExactly(other, last);
        assertThat(board.board.pinned()).contains(NEW);
    }

    @Test
    void whoHasNotRepeatedItIsGoneByTheClockOfTheBroker() {
        StageReport silent = holding("featurizer", "a", "old", OLD);
        StageReport speaking = holding("combiner", "a", "old", OLD);
        Board board = new Board().says(silent).later(60_000).says(speaking);
        assertThat(board.board.reports()).containsExactly(silent, speaking);

        board.later(1).says(speaking);

        assertThat(board.board.reports()).containsExactly(speaking);
    }

    @Test
    void whoWasKilledIsForgottenAfterADayAndOnce() {
        Board board = new Board().says(holding("featurizer", "killed", "old", OLD));
        board.later((int) Duration.ofDays(1).toMillis()).says(holding("combiner", "a", "old", OLD));
        assertThat(board.board.takeForgotten()).isEmpty();

        board.later(1).says(holding("combiner", "a", "old", OLD));

        assertThat(board.board.takeForgotten()).containsExactly("featurizer/killed");
        assertThat(board.board.takeForgotten()).isEmpty();
    }

    @Test
    void whoHasLeftIsGoneAtOnce() {
        assertThat(new Board()
                        .says(holding("combiner", "a", "old", OLD))
                        .leaves("combiner", "a")
                        .board
                        .reports())
                .isEmpty();
    }

    @Test
    void whatCannotBeReadSaysNothing() {
        Board board = new Board().pinned(OLD).says(holding("combiner", "1", "old", OLD));

        board.accept("combiner/1", "{}".getBytes(StandardCharsets.UTF_8));
        board.accept("pinned", "old".getBytes(StandardCharsets.UTF_8));

        assertThat(board.board.reports()).isEmpty();
        assertThat(board.board.pinned()).contains(OLD);
    }
}
