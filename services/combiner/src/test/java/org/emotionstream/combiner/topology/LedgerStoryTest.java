package org.emotionstream.combiner.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.emotionstream.combiner.join.Messages.face;
import static org.emotionstream.combiner.join.Messages.rejected;
import static org.emotionstream.combiner.join.Messages.replayed;
import static org.emotionstream.combiner.join.Messages.taken;
import static org.emotionstream.schemas.LedgerState.complete;
import static org.emotionstream.schemas.LedgerState.expired;
import static org.emotionstream.schemas.LedgerState.open;
import static org.emotionstream.schemas.LedgerState.partial;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.emotionstream.combiner.join.Messages;
import org.emotionstream.contract.Emotion;
import org.emotionstream.schemas.EmotionDistributions;
import org.emotionstream.schemas.ImageTaken;
import org.emotionstream.schemas.LedgerEntry;
import org.emotionstream.schemas.LedgerState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the ledger tells of a picture, in every order in which its messages may come. */
class LedgerStoryTest {
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final ImageTaken TAKEN = taken("a", 1, 7);

    @TempDir
    private Path folder;

    private Story story;

    @BeforeEach
    void begin() throws IOException {
        story = new Story(folder);
    }

    @AfterEach
    void end() {
        story.passes(SECOND);
        assertThat(story.gauge("combiner.ledger.balance")).as("balance").isZero();
        story.close();
    }

    @Test
    void fromTakenToComplete() {
        story.takes(TAKEN);
        assertThat(story.ledger()).singleElement().satisfies(entry -> {
            assertThat(entry.getImageId()).isEqualTo("a");
            assertThat(entry.getDigest()).isEqualTo(TAKEN.getDigest());
            assertThat(entry.getSourceId()).isEqualTo("camera-7");
            assertThat(entry.getEnteredAt()).isEqualTo(Messages.ENTERED);
            assertThat(entry.getState()).isEqualTo(open);
            assertThat(entry.getAttempt()).isEqualTo(1);
            assertThat(entry.getRevision()).isZero();
            assertThat(entry.getModels()).isEmpty();
            assertThat(entry.getReleaseId()).isEqualTo(Messages.RELEASE);
        });
        assertOpen(1);
        answers();
        assertThat(story.ledger()).singleElement().satisfies(entry -> {
            assertThat(entry.getState()).isEqualTo(complete);
            assertThat(entry.getRevision()).isEqualTo(1);
            assertThat(entry.getModels()).hasSize(4);
            assertThat(entry.getReason()).isNull();
            assertThat(entry.getSourceId()).isEqualTo("camera-7");
        });
        assertOpen(0);
    }

    @Test
    void theKeyNamesImageAndDigest() {
        story.takes(TAKEN);
        assertThat(story.ledgerKeys()).containsExactly("a " + "01".repeat(16));
    }

    @Test
    void fromTakenToPartial() {
        story.takes(TAKEN).arrives(of("model-2"));
        story.passes(Story.DEADLINE.plus(SECOND));
        assertThat(story.states()).containsExactly(open, partial);
    }

    @Test
    void theNetworksMayBeHeardFirst() {
        story.arrives(of("model-1")).takes(TAKEN).arrives(of("model-2"), "model-3", "model-4");
        assertThat(story.states()).containsExactly(open, open, complete);
        assertTaken(1, "first");
    }

    @Test
    void theAnswerMayBeThereBeforeTheLandmarkersWord() {
        answers();
        story.passes(SECOND);
        assertThat(story.gauge("combiner.ledger.balance"))
                .as("an image is answered that nobody told of: until somebody does")
                .isEqualTo(-1);
        story.takes(TAKEN).takes(TAKEN);
        assertThat(story.states()).containsExactly(open, complete);
        assertTaken(1, "first");
        assertTaken(1, "redelivered");
        assertOpen(0);
    }

    @Test
    void theSameRawRecordTakenAgainChangesNothing() {
        story.takes(TAKEN).takes(TAKEN);
        answers();
        story.takes(TAKEN);
        assertThat(story.states()).containsExactly(open, complete);
        assertTaken(2, "redelivered");
        assertDuplicates(0);
    }

    @Test
    void theSamePictureFromAnotherPlaceIsADuplicate() {
        story.takes(TAKEN).takes(taken("a", 1, 8));
        answers();
        story.takes(taken("a", 1, 9));
        assertThat(story.states()).containsExactly(open, complete);
        assertDuplicates(2);
    }

    @Test
    void rejectedIsAnOutcome() {
        story.takes(rejected(TAKEN)).takes(rejected(TAKEN)).takes(rejected(taken("a", 1, 8)));
        assertThat(story.ledger()).singleElement().satisfies(entry -> {
            assertThat(entry.getState()).isEqualTo(LedgerState.rejected);
            assertThat(entry.getReason()).isEqualTo("not-a-picture");
            assertThat(entry.getReleaseId()).isNull();
        });
        assertTaken(1, "redelivered");
        assertDuplicates(1);
        assertOpen(0);
    }

    @Test
    void aReplayOpensARejectedPictureAgainAndItsOutcomeWins() {
        story.takes(rejected(TAKEN)).takes(replayed(TAKEN, 2));
        assertThat(story.ledger())
                .extracting(LedgerEntry::getState, LedgerEntry::getAttempt)
                .containsExactly(tuple(LedgerState.rejected, 1), tuple(open, 2));
        assertOpen(1);
        answers();
        assertThat(story.ledger())
                .extracting(LedgerEntry::getState, LedgerEntry::getAttempt)
                .containsExactly(tuple(complete, 2));
        assertTaken(1, "first");
    }

    @Test
    void aReplayThatIsRejectedAgainIsTheNextAttempt() {
        story.takes(rejected(TAKEN)).takes(rejected(replayed(TAKEN, 2)));
        assertThat(story.ledger())
                .extracting(LedgerEntry::getState, LedgerEntry::getAttempt)
                .containsExactly(tuple(LedgerState.rejected, 1), tuple(LedgerState.rejected, 2));
    }

    @Test
    void aLowerAttemptNeverOverwritesAHigherOne() {
        story.takes(replayed(TAKEN, 2)).takes(rejected(TAKEN));
        assertThat(story.states()).containsExactly(open);
        answers();
        story.takes(rejected(TAKEN));
        assertThat(story.states()).containsExactly(complete);
        story.takes(rejected(replayed(taken("b", 2, 1), 2))).takes(rejected(taken("b", 2, 1)));
        assertThat(story.ledger()).extracting(LedgerEntry::getAttempt).containsExactly(2);
        assertTaken(3, "earlier");
    }

    @Test
    void networksOfAReplayMayBeHeardBeforeTheLandmarkersWordOfIt() {
        story.takes(rejected(TAKEN)).arrives(of("model-1")).takes(replayed(TAKEN, 2));
        story.arrives(of("model-2"), "model-3", "model-4");
        assertThat(story.ledger())
                .extracting(LedgerEntry::getState, LedgerEntry::getAttempt)
                .containsExactly(tuple(LedgerState.rejected, 1), tuple(open, 1), tuple(open, 2), tuple(complete, 2));
    }

    @Test
    void aReplayOfAnAnsweredPictureRaisesItsAttemptAndTakesNothingBack() {
        story.takes(TAKEN);
        answers();
        story.takes(rejected(replayed(TAKEN, 2)));
        answers();
        assertThat(story.ledger())
                .extracting(LedgerEntry::getState, LedgerEntry::getAttempt)
                .containsExactly(tuple(open, 1), tuple(complete, 1), tuple(complete, 2));
        assertThat(story.answers()).hasSize(1);
    }

    @Test
    void anImageThatNothingArrivesForStaysOpenAndVisibleUntilTheHorizon() {
        story.takes(TAKEN).passes(Story.HORIZON.minus(SECOND));
        assertThat(story.states()).containsExactly(open);
        assertOpen(1);
        assertThat(story.gauge("combiner.ledger.oldest.open.age")).isPositive();

        story.passes(SECOND.multipliedBy(3));
        assertThat(story.states()).containsExactly(expired);
        assertOpen(0);
        assertThat(story.answers()).isEmpty();
        assertThat(story.count("combiner.ledger.changes", "state", "expired")).isEqualTo(1);
        assertThat(story.gauge("combiner.ledger.oldest.open.age")).isZero();
    }

    @Test
    void wordOfAnImageThatIsTooOldAlreadyIsExpired() {
        ImageTaken earlier = ImageTaken.newBuilder(taken("b", 2, 6))
                .setEnteredAt(Messages.ENTERED.plus(SECOND.multipliedBy(2)))
                .build();
        story.passes(Story.HORIZON.plus(SECOND)).takes(earlier).takes(TAKEN).takes(TAKEN);
        assertThat(story.states()).containsExactly(open, expired);
        assertOpen(1);
    }

    @Test
    void anExpiredPictureThatIsSentAgainIsAnswered() {
        story.takes(TAKEN).passes(Story.HORIZON.plus(SECOND.multipliedBy(2)));
        ImageTaken again = ImageTaken.newBuilder(taken("a", 1, 99))
                .setEnteredAt(Messages.ENTERED.plus(Story.HORIZON))
                .build();
        story.takes(again);
        story.arrives(
                EmotionDistributions.newBuilder(of("model-1"))
                        .setEnteredAt(again.getEnteredAt())
                        .build(),
                "model-2",
                "model-3",
                "model-4");
        assertThat(story.states()).containsExactly(open, expired, open, complete);
        assertThat(story.answers()).hasSize(1);
    }

    @Test
    void moreOpenImagesThanOneLookTakesAreAllCountedAndExpired() {
        int images = 2 * OldImages.AT_ONCE + 7;
        for (int image = 0; image < images; image++) {
            story.takes(taken("image-" + image, 1, image));
        }
        assertOpen(images);
        story.passes(Story.HORIZON.plus(SECOND));
        for (int look = 0; look < 6; look++) {
            story.passes(SECOND);
        }
        assertOpen(0);
        assertThat(story.count("combiner.ledger.changes", "state", "expired")).isEqualTo(images);
    }

    private void answers() {
        story.arrives(of("model-1"), "model-2", "model-3", "model-4");
    }

    private void assertOpen(int images) {
        story.passes(SECOND);
        assertThat(story.gauge("combiner.ledger.images", "state", "open")).isEqualTo(images);
    }

    private void assertTaken(int times, String outcome) {
        assertThat(story.count("combiner.taken", "outcome", outcome)).isEqualTo(times);
    }

    private void assertDuplicates(int times) {
        assertThat(story.count("combiner.ledger.changes", "state", "duplicate")).isEqualTo(times);
    }

    private static EmotionDistributions of(String model) {
        return Messages.of("a", 1, model, face(10, Emotion.HAPPY, 0.8));
    }
}
