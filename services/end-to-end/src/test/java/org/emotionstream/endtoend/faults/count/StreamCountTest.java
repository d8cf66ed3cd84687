package org.emotionstream.endtoend.faults.count;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.emotionstream.endtoend.faults.stream.KnownStream;
import org.emotionstream.events.configuration.Topics;
import org.emotionstream.events.wire.ImageIdentity;
import org.emotionstream.schemas.Box;
import org.emotionstream.schemas.FaceEmotion;
import org.emotionstream.schemas.FaceStatus;
import org.emotionstream.schemas.ImageEmotions;
import org.emotionstream.schemas.ImageStatus;
import org.emotionstream.schemas.LedgerEntry;
import org.emotionstream.schemas.LedgerState;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each way in which the chain could break its promise is seen: who counts nothing wrong proves nothing. */
class StreamCountTest {
    private static final String RELEASE = "a";
    private static final int DISTRIBUTION = 36;
    private static final int GARBAGE = 25;
    private static final int LAST = 30;

    private final KnownStream stream = new KnownStream(
            "s",
            List.of("one", "two", "three").stream()
                    .map(word -> word.getBytes(StandardCharsets.UTF_8))
                    .toList());
    private final UndisturbedResults undisturbed = new UndisturbedResults();
    private final Map<ImageIdentity, Integer> raw = new HashMap<>();
    private final Map<ImageIdentity, List<ImageEmotions>> finals = new HashMap<>();
    private final Map<ImageIdentity, List<ImageEmotions>> amended = new HashMap<>();
    private final Map<ImageIdentity, Integer> rejected = new HashMap<>();
    private final Map<ImageIdentity, LedgerEntry> ledger = new HashMap<>();

    @BeforeEach
    void allIsWell() {
        for (int picture = 0; picture < 3; picture++) {
            undisturbed.add(picture, answer(identity(picture), picture, Topics.MODELS, 1));
        }
        for (int n = 0; n < LAST; n++) {
            ImageIdentity identity = identity(n);
            raw.merge(identity, 1, Integer::sum);
            if (n == GARBAGE) {
                rejected.put(identity, 1);
                state(identity, LedgerState.rejected);
            } else if (raw.get(identity) == 1) {
                finals.put(identity, new ArrayList<>(List.of(answer(identity, n % 3, Topics.MODELS, 1))));
                state(identity, LedgerState.complete);
            }
        }
    }

    @Test
    void whatIsWellIsClean() {
        StreamCount.Tally tally = count();
        assertThat(tally.isClean()).isTrue();
        assertThat(tally.sent()).isEqualTo(LAST);
        assertThat(tally.duplicates()).isEqualTo(1);
        assertThat(tally.rejected()).isEqualTo(1);
        assertThat(tally.complete()).isEqualTo(LAST - 2);
    }

    @Test
    void anAnswerThatNeverCameIsMissing() {
        finals.remove(identity(3));
        assertThat(count().missing()).isEqualTo(1);
    }

    @Test
    void whatTheBrokersTookAndLostIsMissing() {
        raw.remove(identity(3));
        finals.remove(identity(3));
        assertThat(StreamCount.of(stream, List.of(identity(3)), records(), undisturbed)
                        .missing())
                .isEqualTo(1);
    }

    @Test
    void twoAnswersAreDoubled() {
        finals.get(identity(3)).add(answer(identity(3), 0, Topics.MODELS, 1));
        assertThat(count().doubled()).isEqualTo(1);
    }

    @Test
    void answeredAndRejectedIsDoubled() {
        rejected.put(identity(3), 1);
        assertThat(count().doubled()).isEqualTo(1);
    }

    @Test
    void aRevisionAfterAWholeAnswerIsDoubled() {
        amended.put(identity(3), List.of(answer(identity(3), 0, Topics.MODELS, 2)));
        assertThat(count().doubled()).isEqualTo(1);
    }

    @Test
    void probabilitiesOfAnotherPictureAreMixed() {
        finals.put(identity(3), List.of(answer(identity(3), 1, Topics.MODELS, 1)));
        assertThat(count().mixed()).isEqualTo(1);
    }

    @Test
    void anAnswerForWhatNobodySentIsMixed() {
        finals.put(new ImageIdentity("s/000900", "00"), List.of(answer(identity(3), 0, Topics.MODELS, 1)));
        assertThat(count().mixed()).isEqualTo(1);
    }

    @Test
    void oneBitIsDiffering() {
        ImageEmotions other = answer(identity(3), 0, Topics.MODELS, 1);
        other.getFaces()
                .get(0)
                .setConfidence(Math.nextUp(other.getFaces().get(0).getConfidence()));
        finals.put(identity(3), List.of(other));
        assertThat(count().differing()).isEqualTo(1);
    }

    @Test
    void theHighestRevisionWins() {
        finals.put(identity(3), List.of(answer(identity(3), 0, Topics.MODELS.subList(0, 2), 1)));
        amended.put(
                identity(3),
                List.of(
                        answer(identity(3), 0, Topics.MODELS, 3),
                        answer(identity(3), 0, Topics.MODELS.subList(0, 3), 2)));
        state(identity(3), LedgerState.amended);
        StreamCount.Tally tally = count();
        assertThat(tally.isClean()).isTrue();
        assertThat(tally.partial()).isEqualTo(1);
        assertThat(tally.amended()).isEqualTo(1);
    }

    @Test
    void aLedgerThatSaysSomethingElseIsNotClean() {
        state(identity(3), LedgerState.open);
        assertThat(count().misled()).isEqualTo(1);
        assertThat(count().isClean()).isFalse();
    }

    private StreamCount.Tally count() {
        return StreamCount.of(stream, raw.keySet(), records(), undisturbed);
    }

    private StreamRecords records() {
        return new StreamRecords(raw, finals, amended, rejected, ledger);
    }

    private ImageIdentity identity(int n) {
        KnownStream.Item item = stream.item(n);
        return KnownStream.identity(item.imageId(), item.bytes());
    }

    private void state(ImageIdentity identity, LedgerState state) {
        LedgerEntry entry = new LedgerEntry();
        entry.setState(state);
        ledger.put(identity, entry);
    }

    private static ImageEmotions answer(ImageIdentity identity, int picture, List<String> models, int revision) {
        byte[] all = new byte[models.size() * DISTRIBUTION];
        for (int model = 0; model < models.size(); model++) {
            byte[] one = ("picture " + picture + " " + models.get(model)).getBytes(StandardCharsets.UTF_8);
            System.arraycopy(one, 0, all, model * DISTRIBUTION, one.length);
        }
        FaceEmotion face = FaceEmotion.newBuilder()
                .setBox(new Box(1, 2, 3, 4))
                .setScore(1)
                .setStatus(FaceStatus.uncertain)
                .setConfidence(0.5f)
                .setMargin(0.25f)
                .setProbabilities(ByteBuffer.wrap(new byte[DISTRIBUTION]))
                .setModelProbabilities(ByteBuffer.wrap(all))
                .build();
        return ImageEmotions.newBuilder()
                .setImageId(identity.imageId())
                .setDigest(ByteBuffer.wrap(HexFormat.of().parseHex(digestOf(picture))))
                .setEnteredAt(Instant.now())
                .setCompletedAt(Instant.now())
                .setWidth(100)
                .setHeight(100)
                .setReleaseId(RELEASE)
                .setStatus(ImageStatus.faces)
                .setPartial(models.size() < Topics.MODELS.size())
                .setModels(models)
                .setRevision(revision)
                .setFaces(List.of(face))
                .build();
    }

    private static String digestOf(int picture) {
        return KnownStream.identity("", Integer.toString(picture).getBytes(StandardCharsets.UTF_8))
                .digest();
    }
}
