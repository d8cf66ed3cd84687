package org.emotionstream.combiner.join;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.emotionstream.contract.DistributionsToEmotion;
import org.emotionstream.contract.ReleasedSteps;
import org.emotionstream.contract.drift.DriftObserver;
import org.emotionstream.events.wire.Envelope;
import org.emotionstream.schemas.EmotionDistributions;
import org.emotionstream.schemas.ImageEmotions;
import org.emotionstream.schemas.ImageStatus;

/** Makes the answer for an image of its distributions, with the head of the release that they name. */
public final class DistributionsToImageEmotions {
    private final ReleasedSteps<DistributionsToEmotion> heads;

    /** Answers with these heads. */
    public DistributionsToImageEmotions(ReleasedSteps<DistributionsToEmotion> heads) {
        this.heads = heads;
    }

    /**
     * The answer for an image.
     *
     * @param due what it rests on
     * @param completedAt the time of the answer, by our clock
     * @param drift counts each face for drift, where it is of the release of these distributions
     * @throws org.emotionstream.contract.ReleaseException when there is no such release, or it is not whole
     */
    public ImageEmotions apply(JoinOutcome.Due due, Instant completedAt, Optional<DriftObserver> drift) {
        List<EmotionDistributions> distributions = due.distributions();
        EmotionDistributions first = distributions.get(0);
        FaceToEmotion faceToEmotion = new FaceToEmotion(heads.of(first.getReleaseId()), drift);
        ImageEmotions answer = Envelope.carry(first, new ImageEmotions());
        answer.setSmallestFace(smallestFace(distributions));
        answer.setStatus(first.getFaces().isEmpty() ? ImageStatus.no_face : ImageStatus.faces);
        answer.setPartial(due.partial());
        answer.setModels(
                distributions.stream().map(EmotionDistributions::getModel).toList());
        answer.setRevision(due.revision());
        answer.setCompletedAt(completedAt);
        answer.setFaces(IntStream.range(0, first.getFaces().size())
                .mapToObj(face -> faceToEmotion.apply(face, distributions))
                .toList());
        return answer;
    }

    /**
     * The largest that any network was given: two searches that found the same faces may have looked for different
     * ones, and a worker of a version that does not know the field says nothing.
     */
    private static Integer smallestFace(List<EmotionDistributions> distributions) {
        return distributions.stream()
                .map(EmotionDistributions::getSmallestFace)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }
}
