package org.emotionstream.endtoend.trials;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.emotionstream.schemas.FaceEmotion;
import org.emotionstream.schemas.ImageEmotions;

/**
 * The outcome that is right.
 *
 * @param words for people
 * @param holds whether what was seen is it; beside it what became of the other trials, by name
 */
record Expected(String words, BiPredicate<Seen, Map<String, Seen>> holds) {
    static Expected answered() {
        return answer("answered", image -> true);
    }

    static Expected faces() {
        return answer("a face", image -> !image.getFaces().isEmpty());
    }

    static Expected noFace() {
        return answer("no face", image -> image.getFaces().isEmpty());
    }

    static Expected takenAt(Instant time) {
        return answer("taken " + time, image -> time.equals(image.getCapturedAt()));
    }

    static Expected withoutTime() {
        return answer("answered without a time", image -> image.getCapturedAt() == null);
    }

    static Expected from(String source) {
        return answer("answered, from " + source, image -> source.equals(image.getSourceId()));
    }

    /** Rejected for this reason, with each of these words in the message. */
    static Expected rejected(String reason, String... words) {
        return new Expected(
                reason + (words.length == 0 ? "" : ": ... " + String.join(" ... ", words)),
                (seen, others) -> seen instanceof Seen.Rejected rejected
                        && rejected.reason().equals(reason)
                        && List.of(words).stream().allMatch(rejected.message()::contains));
    }

    /** What cannot be seen never looks like an empty scene: it is rejected, or the face is found all the same. */
    static Expected notAnEmptyScene() {
        return new Expected(
                "truncated, unreadable or a face",
                (seen, others) -> seen instanceof Seen.Rejected rejected
                        ? List.of("truncated", "unreadable").contains(rejected.reason())
                        : faces().holds().test(seen, others));
    }

    /** The faces of another trial, which shows the same pixels: the same boxes, and the same probabilities. */
    static Expected facesOf(String other) {
        return new Expected(
                "the faces of " + other,
                (seen, others) -> seen instanceof Seen.Answered answered
                        && others.get(other) instanceof Seen.Answered same
                        && !answered.emotions().getFaces().isEmpty()
                        && same(answered.emotions(), same.emotions()));
    }

    private static Expected answer(String words, Predicate<ImageEmotions> right) {
        return new Expected(
                words, (seen, others) -> seen instanceof Seen.Answered answered && right.test(answered.emotions()));
    }

    private static boolean same(ImageEmotions one, ImageEmotions other) {
        List<FaceEmotion> left = one.getFaces();
        List<FaceEmotion> right = other.getFaces();
        // An answer in part, of a busy machine, has other probabilities.
        boolean whole = !one.getPartial() && !other.getPartial();
        return left.size() == right.size()
                && IntStream.range(0, left.size())
                        .allMatch(i -> left.get(i).getBox().equals(right.get(i).getBox())
                                && (!whole
                                        || left.get(i)
                                                .getProbabilities()
                                                .equals(right.get(i).getProbabilities())));
    }
}
