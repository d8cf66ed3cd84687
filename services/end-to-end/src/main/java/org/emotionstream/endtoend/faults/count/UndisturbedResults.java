package org.emotionstream.endtoend.faults.count;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.emotionstream.contract.EmotionDistribution;
import org.emotionstream.events.configuration.Topics;
import org.emotionstream.events.wire.AvroMessages;
import org.emotionstream.schemas.FaceEmotion;
import org.emotionstream.schemas.ImageEmotions;

/**
 * The answers of a run that nothing disturbed, by release and picture: what every other run must give, but for
 * image id, digest and times. Id and digest are what an answer is found by, so they are those of a picture that was sent.
 */
public final class UndisturbedResults {
    private static final Instant NO_TIME = Instant.EPOCH;
    private static final ByteBuffer NO_DIGEST = ByteBuffer.allocate(0);

    private final AvroMessages<ImageEmotions> messages = new AvroMessages<>(ImageEmotions.class);
    private final Map<Key, ImageEmotions> answers = new HashMap<>();
    private final Set<ByteBuffer> distributions = new HashSet<>();

    private record Key(String releaseId, int picture) {}

    /** What an answer is, beside these. */
    public enum Verdict {
        /** Bit for bit what it was undisturbed. */
        SAME,
        /** Not the same, and of nothing else that was sent. */
        DIFFERING,
        /** Parts of it are those of another picture or another release. */
        MIXED
    }

    /** Notes an undisturbed answer for this picture. */
    public void add(int picture, ImageEmotions answer) {
        if (answer.getPartial()) {
            throw new IllegalStateException("an answer in part, though nothing was disturbed: " + answer.getImageId());
        }
        answers.put(new Key(answer.getReleaseId(), picture), timeless(answer));
        for (FaceEmotion face : answer.getFaces()) {
            for (int model = 0; model < answer.getModels().size(); model++) {
                distributions.add(distribution(face, model));
            }
        }
    }

    /** How many pictures are known for this release. */
    public int known(String releaseId) {
        return (int) answers.keySet().stream()
                .filter(key -> key.releaseId().equals(releaseId))
                .count();
    }

    /** How this answer for this picture compares. */
    public Verdict judge(int picture, ImageEmotions answer) {
        ImageEmotions expected = answers.get(new Key(answer.getReleaseId(), picture));
        if (expected == null) {
            return Verdict.DIFFERING;
        }
        if (!answer.getPartial() && Arrays.equals(messages.write(timeless(answer)), messages.write(expected))) {
            return Verdict.SAME;
        }
        return compareParts(expected, answer);
    }

    private Verdict compareParts(ImageEmotions expected, ImageEmotions answer) {
        if (answer.getFaces().size() != expected.getFaces().size()) {
            return Verdict.DIFFERING;
        }
        boolean same = answer.getPartial()
                && answer.getWidth() == expected.getWidth()
                && answer.getHeight() == expected.getHeight();
        for (int i = 0; i < answer.getFaces().size(); i++) {
            FaceEmotion face = answer.getFaces().get(i);
            FaceEmotion other = expected.getFaces().get(i);
            same &= face.getBox().equals(other.getBox()) && Float.compare(face.getScore(), other.getScore()) == 0;
            for (int model = 0; model < answer.getModels().size(); model++) {
                ByteBuffer found = distribution(face, model);
                int inExpected = Topics.MODELS.indexOf(answer.getModels().get(model));
                if (!found.equals(distribution(other, inExpected))) {
                    if (distributions.contains(found)) {
                        return Verdict.MIXED;
                    }
                    same = false;
                }
            }
        }
        return same ? Verdict.SAME : Verdict.DIFFERING;
    }

    private static ByteBuffer distribution(FaceEmotion face, int model) {
        int bytes = EmotionDistribution.BYTES;
        ByteBuffer all = face.getModelProbabilities();
        return all.remaining() < (model + 1) * bytes
                ? ByteBuffer.allocate(0)
                : all.duplicate().slice(all.position() + model * bytes, bytes);
    }

    private static ImageEmotions timeless(ImageEmotions answer) {
        return ImageEmotions.newBuilder(answer)
                .setImageId("")
                .setDigest(NO_DIGEST)
                .setEnteredAt(NO_TIME)
                .setCompletedAt(NO_TIME)
                .setRevision(1)
                .build();
    }
}
