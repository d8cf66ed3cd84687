package org.emotionstream.events.releases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.emotionstream.events.releases.Board.NEW;
import static org.emotionstream.events.releases.Board.OLD;
import static org.emotionstream.events.releases.Board.holding;
import static org.emotionstream.events.releases.Board.refusing;

import java.util.List;
import java.util.Optional;
import org.emotionstream.contract.ReleaseContent;
import org.emotionstream.events.configuration.ServiceNames;
import org.junit.jupiter.api.Test;

class RollDecisionTest {
    private static final StageReport LANDMARKER = holding("landmarker", "new", OLD, NEW);

    @Test
    void aReleaseThatEveryStageHoldsIsPinned() {
        assertThat(decision(new Board().pinned(OLD).othersHoldBoth(), LANDMARKER))
                .isEqualTo(new RollDecision.Pin(NEW));
    }

    @Test
    void backIsTheSameWay() {
        Board board = new Board().pinned(NEW).othersHoldBoth();

        assertThat(decision(board, holding("landmarker", "old", OLD, NEW))).isEqualTo(new RollDecision.Pin(OLD));
    }

    @Test
    void whatIsPinnedStays() {
        assertThat(decision(new Board().pinned(NEW).othersHoldBoth(), LANDMARKER))
                .isEqualTo(new RollDecision.Stay());
    }

    @Test
    void withoutAnyPinTheNamedOneIsPinnedAtOnce() {
        assertThat(decision(new Board(), LANDMARKER)).isEqualTo(new RollDecision.Pin(NEW));
    }

    @Test
    void eachStageThatHasNotLoadedItYetIsWaitedFor() {
        for (String stage : ServiceNames.ALL.subList(1, ServiceNames.ALL.size())) {
            Board board = new Board().pinned(OLD).othersHoldBoth().says(holding(stage, "new", OLD));

            assertThat(decision(board, LANDMARKER)).isEqualTo(new RollDecision.Wait(stage + " does not hold it yet"));
        }
    }

    @Test
    void everyInstanceIsWaitedFor() {
        Board board = new Board().pinned(OLD).othersHoldBoth().says(holding("featurizer", "2", "old", OLD));

        assertThat(decision(board, LANDMARKER)).isEqualTo(new RollDecision.Wait("featurizer does not hold it yet"));
        assertThat(decision(board.leaves("featurizer", "2"), LANDMARKER)).isEqualTo(new RollDecision.Pin(NEW));
    }

    @Test
    void aStageOfWhichNothingIsHeardIsWaitedFor() {
        assertThat(decision(new Board().pinned(OLD).othersHoldBoth().leaves("combiner", "1"), LANDMARKER))
                .isEqualTo(new RollDecision.Wait("nothing has been heard of combiner"));
    }

    @Test
    void eachStageThatCannotUseItKeepsTheOldOneAndIsNamed() {
        for (String stage : ServiceNames.ALL.subList(1, ServiceNames.ALL.size())) {
            Board board = new Board().pinned(OLD).othersHoldBoth().says(refusing(stage, "new", "wrong shape"));

            assertThat(decision(board, LANDMARKER))
                    .isEqualTo(new RollDecision.Refuse(stage + " cannot use new: wrong shape"));
        }
    }

    @Test
    void theLandmarkerItselfMayBeTheOneThatCannot() {
        assertThat(decision(new Board().pinned(OLD).othersHoldBoth(), refusing("landmarker", "new", "no such tile")))
                .isEqualTo(new RollDecision.Refuse("landmarker cannot use new: no such tile"));
    }

    @Test
    void whoNamesAnotherReleaseDoesNotRefuseThisOne() {
        Board board = new Board().pinned(OLD).othersHoldBoth().says(refusing("featurizer", "older", "gone"));

        assertThat(decision(board, LANDMARKER)).isEqualTo(new RollDecision.Wait("featurizer does not hold it yet"));
    }

    @Test
    void anotherContentUnderTheSameIdIsRefused() {
        Board board = new Board()
                .pinned(OLD)
                .othersHoldBoth()
                .says(holding("combiner", "new", OLD, new ReleaseContent("new", "33")));

        assertThat(decision(board, LANDMARKER))
                .isEqualTo(new RollDecision.Refuse(
                        "combiner holds new (33), not new (22): an id is never used for two contents"));
    }

    @Test
    void twoLandmarkersThatReadDifferentNamesDoNotPinInTurn() {
        Board board = new Board().pinned(OLD).othersHoldBoth().says(holding("landmarker", "2", "old", OLD, NEW));

        assertThat(decision(board, LANDMARKER)).isEqualTo(new RollDecision.Wait("another landmarker names old"));
    }

    @Test
    void aNameThatCannotBeReadChangesNothing() {
        StageReport own =
                new StageReport("landmarker", "1", Optional.empty(), List.of(OLD), Optional.of("cannot read DEFAULT"));

        assertThat(decision(new Board().pinned(OLD).othersHoldBoth(), own))
                .isEqualTo(new RollDecision.Refuse("landmarker: cannot read DEFAULT"));
    }

    private static RollDecision decision(Board board, StageReport own) {
        return RollDecision.of(board.board, own);
    }
}
