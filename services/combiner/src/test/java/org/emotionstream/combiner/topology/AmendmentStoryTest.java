package org.emotionstream.combiner.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.emotionstream.combiner.join.Messages.face;
import static org.emotionstream.combiner.join.Messages.ofOtherRelease;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.emotionstream.combiner.join.Messages;
import org.emotionstream.contract.Emotion;
import org.emotionstream.schemas.EmotionDistributions;
import org.emotionstream.schemas.ImageEmotions;
import org.emotionstream.schemas.LedgerEntry;
import org.emotionstream.schemas.LedgerState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of distributions that come after a partial answer. */
class AmendmentStoryTest {
    private static final Duration SECOND = Duration.ofSeconds(1);

    @TempDir
    private Path folder;

    private Story story;

    @BeforeEach
    void aPartialAnswerOfTwo() throws IOException {
        story = new Story(folder);
        story.takes(Messages.taken("a", 1, 7)).arrives(of("model-1"), "model-3");
        story.passes(Story.DEADLINE.plus(SECOND));
        assertThat(story.answers()).extracting(ImageEmotions::getRevision).containsExactly(1);
        assertThat(story.states()).containsExactly(LedgerState.open, LedgerState.partial);
    }

    @AfterEach
    void end() {
        story.close();
    }

    @Test
    void eachLaterNetworkMakesTheNextRevisionCumulatively() {
        story.arrives(of("model-4"));
        assertThat(story.amendments()).singleElement().satisfies(answer -> {
            assertThat(answer.getRevision()).isEqualTo(2);
            assertThat(answer.getPartial()).isTrue();
            assertThat(answer.getModels()).containsExactly("model-1", "model-3", "model-4");
        });
        story.passes(Duration.ofHours(1)).arrives(of("model-2"));
        assertThat(story.amendments()).singleElement().satisfies(answer -> {
            assertThat(answer.getRevision()).isEqualTo(3);
            assertThat(answer.getPartial()).isFalse();
            assertThat(answer.getModels()).containsExactly("model-1", "model-2", "model-3", "model-4");
        });
        assertThat(story.answers()).as("a second final").isEmpty();
        assertThat(story.ledger())
                .extracting(LedgerEntry::getState, LedgerEntry::getRevision)
                .containsExactly(tuple(LedgerState.amended, 2), tuple(LedgerState.amended, 3));
        assertThat(story.count("combiner.distributions", "outcome", "amended")).isEqualTo(2);
        assertThat(story.count("combiner.ledger.changes", "state", "amended")).isEqualTo(2);
    }

    @Test
    void theAmendmentOfAllFourIsTheAnswerThatAllFourWouldHaveGiven() throws IOException {
        story.arrives(of("model-2"), "model-4");
        ImageEmotions amended = story.amendments().get(1);
        try (Story undisturbed = new Story(folder.resolve("undisturbed"))) {
            undisturbed.arrives(of("model-1"), "model-2", "model-3", "model-4");
            ImageEmotions complete = undisturbed.answers().get(0);
            assertThat(amended.getFaces()).isEqualTo(complete.getFaces());
        }
    }

    @Test
    void onceAllFourAreThereNothingIsKeptAndTheRestAreDuplicates() {
        assertThat(story.partialAnswersKept()).isEqualTo(1);
        story.arrives(of("model-2"));
        assertThat(story.partialAnswersKept()).isEqualTo(1);
        story.arrives(of("model-4"));
        assertThat(story.partialAnswersKept()).isZero();
        assertThat(story.amendments()).hasSize(2);

        story.arrives(of("model-1"), "model-2", "model-3", "model-4");
        assertThat(story.amendments()).isEmpty();
        assertThat(story.count("combiner.distributions", "outcome", "duplicate"))
                .isEqualTo(4);
    }

    @Test
    void aNetworkThatTookPartSaysItAgainForNothing() {
        story.arrives(of("model-1")).arrives(of("model-4")).arrives(of("model-4"));
        assertThat(story.amendments()).hasSize(1);
        assertThat(story.count("combiner.distributions", "outcome", "duplicate"))
                .isEqualTo(2);
    }

    @Test
    void anotherAttemptAmendsNothingAndIsCounted() {
        story.arrives(ofOtherRelease(of("model-2")))
                .arrives(Messages.of("a", 1, "model-4", face(99, Emotion.HAPPY, 0.8)));
        story.passes(Story.DEADLINE.plus(SECOND));
        assertThat(story.amendments()).isEmpty();
        assertThat(story.answers()).isEmpty();
        assertThat(story.count("combiner.distributions", "outcome", "other_attempt"))
                .isEqualTo(2);
    }

    @Test
    void upToTheHorizonAndNotBeyond() {
        Duration passed = Story.DEADLINE.plus(SECOND);
        story.passes(Story.HORIZON.minus(passed)).arrives(of("model-2"));
        assertThat(story.amendments()).hasSize(1);

        story.passes(SECOND).arrives(of("model-4"));
        assertThat(story.amendments()).isEmpty();
        assertThat(story.answers()).isEmpty();
        assertThat(story.count("combiner.distributions", "outcome", "expired")).isEqualTo(1);
    }

    @Test
    void theBooksBalanceAllTheWay() {
        story.arrives(of("model-2")).passes(SECOND);
        assertThat(story.gauge("combiner.ledger.balance")).isZero();
        story.arrives(of("model-4")).passes(SECOND);
        assertThat(story.gauge("combiner.ledger.balance")).isZero();
        assertThat(List.of(story.gauge("combiner.ledger.images", "state", "open")))
                .containsExactly(0.0);
    }

    private static EmotionDistributions of(String model) {
        return Messages.of("a", 1, model, face(10, Emotion.HAPPY, 0.8));
    }
}
