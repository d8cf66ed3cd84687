package org.emotionstream.combiner.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.emotionstream.combiner.join.Messages.face;
import static org.emotionstream.combiner.join.Messages.ofOtherRelease;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;
import org.emotionstream.combiner.join.Messages;
import org.emotionstream.contract.Emotion;
import org.emotionstream.events.wire.AvroMessages;
import org.emotionstream.events.wire.Limits;
import org.emotionstream.events.wire.OriginHeaders;
import org.emotionstream.schemas.EmotionDistributions;
import org.emotionstream.schemas.ImageEmotions;
import org.emotionstream.schemas.ImageStatus;
import org.emotionstream.schemas.ImageTaken;
import org.emotionstream.schemas.TakenOutcome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CombinerStoryTest {
    private static final Duration SECOND = Duration.ofSeconds(1);

    @TempDir
    private Path folder;

    private Story story;

    @BeforeEach
    void begin() throws IOException {
        story = new Story(folder);
    }

    @AfterEach
    void end() {
        story.close();
    }

    @Test
    void threeWaitAndTheFourthCompletes() {
        story.arrives(of("model-3"))
                .passes(SECOND)
                .arrives(of("model-1"))
                .passes(SECOND)
                .arrives(of("model-4"))
                .passes(SECOND);
        assertThat(story.answers()).isEmpty();
        assertThat(story.gauge("combiner.open.joins")).isEqualTo(1);

        story.arrives(of("model-2"));
        assertThat(story.answers()).singleElement().satisfies(answer -> {
            assertThat(answer.getPartial()).isFalse();
            assertThat(answer.getModels()).containsExactly("model-1", "model-2", "model-3", "model-4");
        });
        story.passes(SECOND);
        assertThat(story.gauge("combiner.open.joins")).isZero();
        assertThat(story.count("combiner.answers", "outcome", "complete")).isEqualTo(1);
    }

    @Test
    void theDeadlineGivesAPartialAnswerAlthoughNothingMoreArrives() {
        story.arrives(of("model-1")).passes(SECOND).arrives(of("model-3"));
        story.passes(Story.DEADLINE.minus(SECOND.multipliedBy(2)));
        assertThat(story.answers()).isEmpty();

        story.passes(SECOND.multipliedBy(2));
        assertThat(story.answers()).singleElement().satisfies(answer -> {
            assertThat(answer.getPartial()).isTrue();
            assertThat(answer.getModels()).containsExactly("model-1", "model-3");
        });
        story.passes(Story.DEADLINE);
        assertThat(story.answers()).isEmpty();
        assertThat(story.count("combiner.answers", "outcome", "partial")).isEqualTo(1);
    }

    @Test
    void aDuplicateIsDroppedBeforeTheAnswerAndAfter() {
        story.arrives(of("model-1"), "model-1", "model-2", "model-3").arrives(of("model-2"));
        assertThat(story.answers()).isEmpty();

        story.arrives(of("model-4"));
        assertThat(story.answers()).hasSize(1);
        story.passes(Story.HORIZON.minus(SECOND)).arrives(of("model-1"), "model-2", "model-3", "model-4");
        story.passes(Story.DEADLINE.plus(SECOND));
        assertThat(story.answers()).isEmpty();
        assertThat(story.count("combiner.distributions", "outcome", "duplicate"))
                .isEqualTo(6);
    }

    @Test
    void beyondTheHorizonNothingIsOpenedButCounted() {
        story.arrives(of("model-1"), "model-2", "model-3", "model-4");
        assertThat(story.answers()).hasSize(1);

        story.passes(Story.HORIZON.plus(SECOND)).arrives(of("model-1"), "model-2", "model-3", "model-4");
        story.arrives(Messages.of("b", 1, "model-2"));
        story.passes(Story.DEADLINE.plus(SECOND));
        assertThat(story.answers()).isEmpty();
        assertThat(story.gauge("combiner.open.joins")).isZero();
        assertThat(story.count("combiner.distributions", "outcome", "expired"))
                .as("one of b; four of a, answered, and remembered a little longer than the horizon or not")
                .isEqualTo(5 - story.count("combiner.distributions", "outcome", "duplicate"));
    }

    @Test
    void upToTheHorizonAJoinIsOpened() {
        story.passes(Story.HORIZON).arrives(of("model-1"), "model-2", "model-3", "model-4");
        assertThat(story.answers()).hasSize(1);
    }

    @Test
    void aPictureThatIsSentAgainIsRememberedForAnotherHorizon() {
        story.takes(Messages.taken("a", 1, 0)).arrives(of("model-1"), "model-2", "model-3", "model-4");
        assertThat(story.answers()).hasSize(1);

        story.passes(Story.HORIZON.minus(SECOND)).takes(Messages.taken("a", 1, 77));
        story.passes(Duration.ofHours(2));
        EmotionDistributions again = EmotionDistributions.newBuilder(of("model-1"))
                .setEnteredAt(Messages.ENTERED.plus(Story.HORIZON))
                .build();
        story.arrives(again, "model-2", "model-3", "model-4");
        assertThat(story.answers()).isEmpty();
        assertThat(story.count("combiner.distributions", "outcome", "duplicate"))
                .isEqualTo(4);
    }

    @Test
    void theSameIdWithAnotherPictureIsItsOwnImage() {
        EmotionDistributions other = Messages.of("a", 2, "model-1", face(10, Emotion.SAD, 0.8));
        EmotionDistributions third = Messages.of("a", 3, "model-1", face(10, Emotion.SAD, 0.8));
        story.arrives(of("model-1"), "model-2", "model-3");
        story.arrives(other, "model-2", "model-3", "model-4").arrives(of("model-4"));

        List<ImageEmotions> answers = story.answers();
        assertThat(answers).extracting(ImageEmotions::getImageId).containsExactly("a", "a");
        assertThat(answers).extracting(ImageEmotions::getDigest).doesNotHaveDuplicates();
        assertThat(story.count("combiner.id.conflicts")).isEqualTo(1);

        story.arrives(third);
        assertThat(story.count("combiner.id.conflicts"))
                .as("with answered images")
                .isEqualTo(2);
    }

    @Test
    void releasesAreNeverMixedAndOneAnswerLeaves() {
        story.arrives(of("model-1"), "model-2", "model-3");
        EmotionDistributions second = ofOtherRelease(of("model-4"));
        story.arrives(second);
        assertThat(story.answers()).isEmpty();
        assertThat(story.count("combiner.repeated.attempts")).isEqualTo(1);

        story.arrives(second, "model-1", "model-2", "model-3");
        assertThat(story.answers()).extracting(ImageEmotions::getReleaseId).containsExactly(Messages.OTHER_RELEASE);

        story.arrives(of("model-4")).passes(Story.DEADLINE.plus(SECOND));
        assertThat(story.answers()).isEmpty();
    }

    @Test
    void anImageWithoutAFaceNeedsTheFourToo() {
        story.arrives(Messages.of("a", 1, "model-1"), "model-2", "model-3");
        assertThat(story.answers()).isEmpty();
        story.arrives(Messages.of("a", 1, "model-4"));
        assertThat(story.answers()).extracting(ImageEmotions::getStatus).containsExactly(ImageStatus.no_face);
    }

    @Test
    void whatCannotBeReadGoesToQuarantineAndIsNoOutcome() {
        byte[] garbage = "not Avro".getBytes(StandardCharsets.UTF_8);
        story.arrives("model-2", "a", garbage);

        assertThat(story.quarantined()).singleElement().satisfies(record -> {
            assertThat(record.key()).isEqualTo("a");
            assertThat(record.value()).isEqualTo(garbage);
            assertThat(new String(
                            record.headers().lastHeader(OriginHeaders.TOPIC).value(), StandardCharsets.UTF_8))
                    .isEqualTo("emotions.model-2");
        });
        story.passes(Story.DEADLINE.plus(SECOND));
        assertThat(story.answers()).isEmpty();
        story.arrives(of("model-1"), "model-2", "model-3", "model-4");
        assertThat(story.answers()).hasSize(1);
        assertThat(story.count("combiner.distributions", "outcome", "quarantined"))
                .isEqualTo(1);
    }

    @Test
    void aRecordOfTheWrongNetworkOrUnderTheWrongKeyIsNotJoined() {
        byte[] ofTheFirst = story.write(of("model-1"));
        story.arrives("model-2", "a", ofTheFirst)
                .arrives("model-1", "b", ofTheFirst)
                .arrives("model-1", null, ofTheFirst)
                .arrives("model-1", "a", null);

        assertThat(story.quarantined())
                .extracting(record -> new String(
                        record.headers().lastHeader(OriginHeaders.MESSAGE).value(), StandardCharsets.UTF_8))
                .containsExactly(
                        "expected distributions of model-2, these are of \"model-1\"",
                        "expected the image id \"a\" as key, it is \"b\"",
                        "expected the image id \"a\" as key, there is none",
                        "expected EmotionDistributions, there is no value");
        assertThat(story.gauge("combiner.open.joins")).isZero();
    }

    @Test
    void whateverAMessageSaysStopsNothingAndTheNextOneIsAnswered() {
        String long40k = "x".repeat(40_000);
        List<UnaryOperator<EmotionDistributions.Builder>> distributions = List.of(
                message -> message.setImageId(long40k),
                message -> message.setSourceId(long40k),
                message -> message.setReleaseId(""),
                message -> message.setReleaseId("../one"),
                message -> message.setReleaseId(long40k),
                message -> message.setDigest(ByteBuffer.allocate(0)),
                message -> message.setFaces(Collections.nCopies(1000, face(1, Emotion.HAPPY, 0.9))),
                message -> message.setFaces(Collections.nCopies(64, Messages.failed(1, "y".repeat(1000)))),
                message -> message.setFaces(Collections.nCopies(8, Messages.failed(1, long40k))),
                message -> message.setFaces(List.of(Messages.face(1, ByteBuffer.allocate(7)))),
                message -> message.setEnteredAt(Instant.ofEpochMilli(Long.MIN_VALUE)),
                message -> message.setEnteredAt(Instant.ofEpochMilli(Long.MAX_VALUE)),
                message -> message.setCapturedAt(Instant.ofEpochMilli(Long.MIN_VALUE)),
                message ->
                        message.setWidth(-1).setOmittedFaces(Integer.MIN_VALUE).setSmallestFace(-1));
        List<UnaryOperator<ImageTaken.Builder>> taken = List.of(
                message -> message.setImageId(long40k),
                message -> message.setSourceId(long40k),
                message -> message.setReleaseId(long40k),
                message -> message.setOutcome(TakenOutcome.rejected).setReason(long40k),
                message -> message.setAttempt(Integer.MAX_VALUE),
                message -> message.setOffset(Long.MIN_VALUE).setPartition(Integer.MIN_VALUE),
                message -> message.setPictureBytes(Integer.MIN_VALUE),
                message -> message.setEnteredAt(Instant.ofEpochMilli(Long.MIN_VALUE)),
                message -> message.setEnteredAt(Instant.ofEpochMilli(Long.MAX_VALUE)));
        int number = 0;
        for (var hostile : taken) {
            String id = "taken-" + number++;
            story.takes(hostile.apply(ImageTaken.newBuilder(Messages.taken(id, 1, 7)))
                    .build());
        }
        for (var hostile : distributions) {
            String id = "hostile-" + number++;
            EmotionDistributions message = hostile.apply(EmotionDistributions.newBuilder(Messages.of(id, 1, "model-1")))
                    .build();
            story.arrives(message, "model-2", "model-3", "model-4");
            story.passes(SECOND);
        }
        AvroMessages<ImageEmotions> written = new AvroMessages<>(ImageEmotions.class);
        assertThat(story.answers())
                .as("each takes its topic's room at most")
                .allSatisfy(answer -> assertThat(written.write(answer)).hasSizeLessThan(Limits.ANSWER_RECORD_BYTES));
        // Beyond the horizon, so that whatever they opened is walked over and expires.
        story.passes(Story.HORIZON.plus(SECOND)).arrives(Messages.of("b", 1, "model-2"));
        story.passes(SECOND.multipliedBy(20));
        story.answers();

        EmotionDistributions next = EmotionDistributions.newBuilder(of("model-1"))
                .setEnteredAt(Messages.ENTERED.plus(Story.HORIZON))
                .build();
        story.arrives(next, "model-2", "model-3", "model-4");

        assertThat(story.answers()).extracting(ImageEmotions::getImageId).containsExactly("a");
    }

    @Test
    void aRecordInTheWrongPartitionGoesToQuarantineAndIsNotJoinedAndTheNextOneIs() throws IOException {
        try (Story misplaced = new Story(folder.resolve("misplaced"), 2)) {
            // By its key, "d" belongs to partition 1 and "b" to partition 0, of which this is the story.
            misplaced.arrives(Messages.of("d", 1, "model-1")).takes(Messages.taken("d", 1, 7));
            misplaced.arrives(Messages.of("b", 1, "model-1"), "model-2", "model-3", "model-4");

            assertThat(misplaced.answers())
                    .extracting(ImageEmotions::getImageId)
                    .containsExactly("b");
            assertThat(misplaced.quarantined()).hasSize(2).allSatisfy(record -> {
                assertThat(record.key()).isEqualTo("d");
                assertThat(new String(
                                record.headers()
                                        .lastHeader(OriginHeaders.MESSAGE)
                                        .value(),
                                StandardCharsets.UTF_8))
                        .startsWith("expected in partition 1 of 2 by its key, it lies in partition 0");
            });
            misplaced.passes(Story.DEADLINE.plus(SECOND));
            assertThat(misplaced.answers()).isEmpty();
            assertThat(misplaced.count("combiner.distributions", "outcome", "quarantined"))
                    .isEqualTo(2);
        }
    }

    @Test
    void nobodyIsGivenUpWhoseAnswerLiesUnread() {
        story.topicEnds("model-4", 1, 0).arrives(of("model-1"), "model-2", "model-3");
        story.passes(Story.DEADLINE.multipliedBy(3));
        assertThat(story.answers()).isEmpty();
        assertThat(story.gauge("combiner.held.joins")).isEqualTo(1);

        story.arrives(of("model-4"));
        assertThat(story.answers()).extracting(ImageEmotions::getPartial).containsExactly(false);
    }

    @Test
    void oncePastWhereTheTopicEndedThePartialAnswerLeaves() {
        story.topicEnds("model-4", 1, 0).arrives(of("model-1"), "model-2", "model-3");
        story.passes(Story.DEADLINE.plus(SECOND));
        assertThat(story.answers()).isEmpty();

        story.topicEnds("model-4", 9, 0).arrives(Messages.of("b", 1, "model-4")).passes(SECOND);
        assertThat(story.answers()).singleElement().satisfies(answer -> {
            assertThat(answer.getImageId()).isEqualTo("a");
            assertThat(answer.getModels()).containsExactly("model-1", "model-2", "model-3");
        });
    }

    @Test
    void whatTheGroupReadBeforeOurTimeCounts() {
        story.topicEnds("model-4", 70, 69).arrives(of("model-1"), "model-2", "model-3");
        story.passes(Story.DEADLINE.plus(SECOND));
        assertThat(story.answers()).isEmpty();

        story.topicEnds("model-4", 70, 70).passes(SECOND.multipliedBy(2));
        assertThat(story.answers()).hasSize(1);
    }

    @Test
    void nobodyIsGivenUpWhileTheBrokerIsAway() {
        story.brokerAnswers(false).arrives(of("model-1"), "model-2", "model-3");
        story.passes(Story.DEADLINE.multipliedBy(2));
        assertThat(story.answers()).isEmpty();

        story.brokerAnswers(true).passes(SECOND.multipliedBy(2));
        assertThat(story.answers()).hasSize(1);
    }

    @Test
    void aWallClockThatJumpsChangesNoDeadline() {
        story.arrives(of("model-1"), "model-2", "model-3").passes(SECOND);
        story.wallClockIsOffBy(Duration.ofHours(1)).passes(SECOND);
        assertThat(story.answers()).as("an hour ahead").isEmpty();

        story.wallClockIsOffBy(Duration.ofHours(-1)).passes(Story.DEADLINE.minus(SECOND));
        assertThat(story.answers()).as("an hour behind").singleElement().satisfies(answer -> {
            assertThat(answer.getPartial()).isTrue();
            assertThat(answer.getCompletedAt())
                    .isEqualTo(
                            Messages.ENTERED.plus(Story.DEADLINE).plus(SECOND).minus(Duration.ofHours(1)));
        });
    }

    private static EmotionDistributions of(String model) {
        return Messages.of("a", 1, model, face(10, Emotion.HAPPY, 0.8));
    }
}
