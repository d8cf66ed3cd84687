package org.emotionstream.cli.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.emotionstream.cli.audit.Judgement.Kind;
import org.emotionstream.cli.audit.Judgement.Standing;
import org.emotionstream.cli.records.RecordPlace;
import org.junit.jupiter.api.Test;

/** Each kind of mistake, and what looks like one and is none. */
class VerdictTest {
    private final Story story = new Story();

    @Test
    void everyStateHasItsLineAndTheyAddUp() {
        story.forwarded("complete", 0).ledger("complete", Standing.COMPLETE).answered("complete");
        story.forwarded("partial", 1).ledger("partial", Standing.PARTIAL).answered("partial");
        story.forwarded("amended", 2).ledger("amended", Standing.AMENDED, 1, 2);
        story.answered("amended").amended("amended", 2);
        story.taken("rejected", 1, true, 3)
                .ledger("rejected", Standing.REJECTED)
                .setAside(3);
        story.forwarded("expired", 4).ledger("expired", Standing.EXPIRED);
        story.forwarded("open", 5).ledger("open", Standing.OPEN);

        Verdict verdict = story.verdict();

        assertThat(verdict.faults()).isEmpty();
        for (Standing standing : Standing.values()) {
            assertThat(verdict.pictures(standing))
                    .as(standing.name())
                    .isEqualTo(standing.compareTo(Standing.OPEN) <= 0 ? 1 : 0);
        }
        assertThat(verdict.taken()).isEqualTo(6).isEqualTo(verdict.accountedFor());
    }

    @Test
    void takenAgainAfterARestartCountsOnce() {
        story.forwarded("a", 7).forwarded("a", 7).ledger("a", Standing.COMPLETE).answered("a");

        Verdict verdict = story.verdict();

        assertThat(verdict.taken()).isEqualTo(1).isEqualTo(verdict.accountedFor());
        assertThat(verdict.takenAgain()).isEqualTo(1);
        assertThat(verdict.duplicates()).isZero();
        assertThat(verdict.faults()).isEmpty();
    }

    @Test
    void theSamePictureAtAnotherPlaceIsADuplicate() {
        story.forwarded("a", 7).forwarded("a", 9).ledger("a", Standing.COMPLETE).answered("a");

        Verdict verdict = story.verdict();

        assertThat(verdict.taken()).isEqualTo(2).isEqualTo(verdict.accountedFor());
        assertThat(verdict.duplicates()).isEqualTo(1);
        assertThat(verdict.faults()).isEmpty();
    }

    @Test
    void aLaterAttemptIsAReplayAndItsStateIsThePictures() {
        story.taken("a", 1, true, 0).setAside(0).taken("a", 2, false, 5);
        story.ledger("a", Standing.COMPLETE, 2, 1).answered("a");

        Verdict verdict = story.verdict();

        assertThat(verdict.taken()).isEqualTo(2).isEqualTo(verdict.accountedFor());
        assertThat(verdict.replays()).isEqualTo(1);
        assertThat(verdict.pictures(Standing.COMPLETE)).isEqualTo(1);
        assertThat(verdict.pictures(Standing.REJECTED)).isZero();
        assertThat(verdict.faults()).isEmpty();
    }

    @Test
    void aReplayThatTheLedgerHasNoWordOfIsMissingOnceTheCombinerHasReadIt() {
        story.taken("a", 1, true, 0).setAside(0).ledger("a", Standing.REJECTED);
        story.taken("a", 2, false, 5).combinerRead(1);
        assertThat(story.verdict().faults()).isEmpty();
        assertThat(story.verdict().pictures(Standing.OPEN)).isEqualTo(1);

        assertMissing(story.combinerRead(2).verdict(), "attempt 2");
    }

    @Test
    void completeOrPartialWithoutAFinalIsMissing() {
        for (Standing state : new Standing[] {Standing.COMPLETE, Standing.PARTIAL}) {
            Story without = new Story().forwarded("a", 0).ledger("a", state);

            assertMissing(without.verdict(), "emotions.final has no answer");
            assertThat(without.answered("a").verdict().faults()).isEmpty();
        }
    }

    @Test
    void withoutAFinalThatIsNotKeptAnyMoreNothingIsMissing() {
        story.ago(Duration.ofDays(8)).forwarded("a", 0).ledger("a", Standing.COMPLETE);
        story.finalsKept = Story.NOW.minus(Duration.ofDays(7));

        assertThat(story.verdict().faults()).isEmpty();
    }

    @Test
    void amendedWithoutThatRevisionIsMissing() {
        story.forwarded("a", 0)
                .ledger("a", Standing.AMENDED, 1, 3)
                .answered("a")
                .amended("a", 2);

        assertMissing(story.verdict(), "no revision 3");
        assertThat(story.amended("a", 3).verdict().faults()).isEmpty();
    }

    @Test
    void rejectedWithoutARecordIsMissingOnceTheLandmarkerHasCommitted() {
        story.taken("a", 1, true, 4).ledger("a", Standing.REJECTED).landmarkerRead(4);
        assertThat(story.verdict().faults()).isEmpty();

        assertMissing(story.landmarkerRead(5).verdict(), "images.rejected has no record");
        assertThat(story.setAside(4).verdict().faults()).isEmpty();
    }

    @Test
    void aRejectedRecordThatIsNotKeptAnyMoreIsNotMissing() {
        story.ago(Duration.ofHours(8)).taken("a", 1, true, 4).ledger("a", Standing.REJECTED);
        story.rejectedKept = Story.NOW.minus(Duration.ofHours(6));

        assertThat(story.verdict().faults()).isEmpty();
    }

    @Test
    void withoutAnEntryItIsMissingOnceTheCombinerHasReadThatItWasTaken() {
        story.forwarded("a", 0).combinerRead(0);
        assertThat(story.verdict().pictures(Standing.OPEN)).isEqualTo(1);
        assertThat(story.verdict().faults()).isEmpty();

        Verdict verdict = story.combinerRead(1).verdict();

        assertMissing(verdict, "no entry");
        assertThat(verdict.pictures(Standing.UNKNOWN)).isEqualTo(1);
        assertThat(verdict.accountedFor()).isEqualTo(1);
    }

    @Test
    void twoAnswersOfOnePictureAreDoubled() {
        story.forwarded("a", 0).ledger("a", Standing.COMPLETE).answered("a").answered("a");

        Verdict verdict = story.verdict();

        assertThat(verdict.faults(Kind.DOUBLED)).isEqualTo(1);
        assertThat(verdict.faults(Kind.MISSING)).isZero();
        assertThat(verdict.wrong().get(0).fault().why()).contains("emotions.final has more than one");
    }

    @Test
    void twoAnswersAreDoubledAlsoOfAPictureThatNobodyTook() {
        story.answered("a").answered("a");

        assertThat(story.verdict().faults(Kind.DOUBLED)).isEqualTo(1);
        assertThat(story.verdict().wrong().get(0).image().message())
                .isEqualTo(new MessagePlace(MessagePlace.Topic.FINAL, new RecordPlace(0, 1)));
    }

    @Test
    void anAnswerBeyondTheHorizonOfTheFirstIsNotDoubled() {
        story.ago(Duration.ofHours(31)).forwarded("a", 0).answered("a");
        story.ago(Duration.ofMinutes(1)).forwarded("a", 1).answered("a").ledger("a", Standing.COMPLETE);

        Verdict verdict = story.verdict();

        assertThat(verdict.faults()).isEmpty();
        assertThat(verdict.answeredAgain()).isEqualTo(1);
    }

    @Test
    void oneRevisionTwiceIsDoubled() {
        story.forwarded("a", 0).ledger("a", Standing.AMENDED, 1, 3).answered("a");
        story.amended("a", 2).amended("a", 3);
        assertThat(story.verdict().faults()).isEmpty();

        assertThat(story.amended("a", 2).verdict().faults(Kind.DOUBLED)).isEqualTo(1);
    }

    @Test
    void openForLongerThanAskedIsAFinding() {
        story.ago(Duration.ofSeconds(119)).forwarded("young", 0).ledger("young", Standing.OPEN);
        story.ago(Duration.ofSeconds(121)).forwarded("old", 1).ledger("old", Standing.OPEN);

        Verdict verdict = story.verdict();

        assertThat(verdict.pictures(Standing.OPEN)).isEqualTo(2);
        assertThat(verdict.faults(Kind.OPEN_TOO_LONG)).isEqualTo(1);
        assertThat(verdict.wrong().get(0).image().raw()).isEqualTo(new RecordPlace(0, 1));
    }

    @Test
    void takenLongAgoAndNotReadByTheCombinerIsOpenTooLong() {
        story.ago(Duration.ofMinutes(3)).forwarded("a", 0).combinerRead(0);

        assertThat(story.verdict().faults(Kind.OPEN_TOO_LONG)).isEqualTo(1);
        assertThat(story.verdict().faults(Kind.MISSING)).isZero();
    }

    @Test
    void expiredIsAStateAndNoMistake() {
        story.ago(Duration.ofHours(40)).forwarded("a", 0).ledger("a", Standing.EXPIRED);

        assertThat(story.verdict().pictures(Standing.EXPIRED)).isEqualTo(1);
        assertThat(story.verdict().faults()).isEmpty();
    }

    @Test
    void anErasedEntryIsNotMissing() {
        story.forwarded("a", 0).ledger("a", Standing.COMPLETE);
        story.facts.erased(Story.image("a"));

        assertThat(story.verdict().pictures(Standing.ERASED)).isEqualTo(1);
        assertThat(story.verdict().faults()).isEmpty();
    }

    @Test
    void aDuplicateOfWhatEnteredBeforeIsOneAndIsNotJudged() {
        story.judgedSince = Story.NOW.minus(Duration.ofMinutes(10));
        story.forwarded("a", 8).ago(Duration.ofHours(1)).ledger("a", Standing.COMPLETE);

        Verdict verdict = story.verdict();

        assertThat(verdict.faults()).isEmpty();
        assertThat(verdict.duplicates()).isEqualTo(1);
        assertThat(verdict.taken()).isEqualTo(1).isEqualTo(verdict.accountedFor());
    }

    @Test
    void theLastOutcomeOfARecordThatWasTakenAgainStands() {
        story.forwarded("a", 3).taken("a", 1, true, 3).ledger("a", Standing.REJECTED);

        assertMissing(story.verdict(), "images.rejected has no record");
    }

    private static void assertMissing(Verdict verdict, String why) {
        assertThat(verdict.faults(Kind.MISSING)).isEqualTo(1);
        assertThat(verdict.wrong()).singleElement().satisfies(wrong -> {
            assertThat(wrong.fault().kind()).isEqualTo(Kind.MISSING);
            assertThat(wrong.fault().why()).contains(why);
        });
    }
}
