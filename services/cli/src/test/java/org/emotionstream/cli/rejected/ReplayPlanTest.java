package org.emotionstream.cli.rejected;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.emotionstream.cli.records.RecordPlace;
import org.emotionstream.events.wire.ImageIdentity;
import org.emotionstream.schemas.LedgerState;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is sent again, and what is left and why. */
class ReplayPlanTest {
    private static final ImageIdentity PICTURE = new ImageIdentity("a", "00112233445566778899aabbccddeeff");
    private static final RecordPlace RAW = new RecordPlace(1, 7);

    private final ReplayFacts facts = new ReplayFacts();

    @BeforeEach
    void rejectedOnce() {
        facts.isOf(RAW, PICTURE);
        facts.taken(PICTURE, 1);
        facts.ledger(PICTURE, Optional.of(new ReplayFacts.Entry(LedgerState.rejected, 1)));
    }

    @Test
    void whatWasRejectedAndNotSinceIsSentAgain() {
        assertThat(left(record(1))).isEmpty();
    }

    @Test
    void alsoWhileTheLedgerHasNoWordOfIt() {
        facts.ledger(PICTURE, Optional.empty());

        assertThat(left(record(1))).isEmpty();
    }

    @Test
    void afterTheLastAttemptNoMore() {
        facts.taken(PICTURE, 3);
        facts.ledger(PICTURE, Optional.of(new ReplayFacts.Entry(LedgerState.rejected, 3)));

        assertThat(left(record(3))).contains("it was attempt 3 of 3");
        facts.taken(PICTURE, 2);
        assertThat(new ReplayPlan(facts, 4, 10)
                        .decide(List.of(record(3)))
                        .get(0)
                        .left())
                .isEmpty();
    }

    @Test
    void whatWasTakenAsALaterAttemptIsLeft() {
        facts.taken(PICTURE, 2);

        assertThat(left(record(1))).get().asString().contains("attempt 2 was taken");
    }

    @Test
    void whatWaitsToBeTakenIsLeft() {
        facts.onItsWay(new RecordPlace(1, 99));
        assertThat(left(record(1))).as("another one waits").isEmpty();

        facts.onItsWay(RAW);
        assertThat(left(record(1))).get().asString().contains("waits on images.raw");
    }

    @Test
    void whatTheLedgerKnowsAnotherStateOrAttemptOfIsLeft() {
        for (LedgerState state : LedgerState.values()) {
            facts.ledger(PICTURE, Optional.of(new ReplayFacts.Entry(state, 1)));
            assertThat(left(record(1)).isEmpty()).as(state.name()).isEqualTo(state == LedgerState.rejected);
        }
        facts.ledger(PICTURE, Optional.of(new ReplayFacts.Entry(LedgerState.rejected, 2)));
        assertThat(left(record(1))).contains("images.ledger says rejected, attempt 2");
    }

    @Test
    void aPictureIsSentOnceAlsoWhenItWasRejectedTwice() {
        RecordPlace other = new RecordPlace(0, 3);
        facts.isOf(other, PICTURE);

        List<ReplayPlan.Decision> decisions =
                new ReplayPlan(facts, 3, 10).decide(List.of(record(1), record(1, other, 5, true)));

        assertThat(decisions.get(0).left()).isEmpty();
        assertThat(decisions.get(1).left()).get().asString().contains("the same picture");
    }

    @Test
    void whatIsNotKeptOrEmptyCannotBeSent() {
        assertThat(left(record(1, RAW, 5, false))).get().asString().contains("pixels were not kept");
        assertThat(left(record(1, RAW, 0, true))).get().asString().contains("it is empty");
    }

    @Test
    void whatNobodyTookIsLeft() {
        assertThat(left(record(1, new RecordPlace(0, 8), 5, true)))
                .get()
                .asString()
                .contains("images.taken");
    }

    @Test
    void theLimitIsOfWhatIsSent() {
        RecordPlace other = new RecordPlace(0, 3);
        facts.isOf(other, new ImageIdentity("b", PICTURE.digest()));
        RejectedRecord empty = record(1, RAW, 0, true);

        List<ReplayPlan.Decision> decisions =
                new ReplayPlan(facts, 3, 1).decide(List.of(empty, record(1), record(1, other, 5, true)));

        assertThat(decisions.get(1).left()).isEmpty();
        assertThat(decisions.get(2).left()).contains("beyond --limit 1");
    }

    private Optional<String> left(RejectedRecord record) {
        return new ReplayPlan(facts, 3, 10).decide(List.of(record)).get(0).left();
    }

    private static RejectedRecord record(int attempt) {
        return record(attempt, RAW, 5, true);
    }

    private static RejectedRecord record(int attempt, RecordPlace origin, long bytes, boolean kept) {
        return new RejectedRecord(
                new RecordPlace(0, 0),
                Instant.EPOCH,
                "a",
                "landmarker",
                "not-a-picture",
                "why",
                attempt,
                Optional.of(origin),
                new Payload(bytes, ""),
                Optional.empty(),
                kept);
    }
}
