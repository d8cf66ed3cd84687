package org.emotionstream.contract.drift;

import java.util.Collection;
import org.emotionstream.contract.BoundingBox;
import org.emotionstream.contract.CombinedEmotion;
import org.emotionstream.contract.EmotionDistribution;
import org.emotionstream.contract.NetworkSubsets;
import org.emotionstream.contract.Tile;

/** Puts each face into the buckets of what is watched. */
public abstract class DriftObserver {
    /** One more face lies in the bucket with this index. */
    protected abstract void count(DriftMeasure measure, int bucket);

    /** A face was found, and its tile cut. */
    public final void found(Tile tile, BoundingBox box) {
        count(DriftMeasure.BRIGHTNESS, DriftMeasure.BRIGHTNESS.bucketOf(brightness(tile)));
        count(DriftMeasure.FACE_SIDE, DriftMeasure.FACE_SIDE.bucketOf(box.longerSide()));
    }

    /**
     * A face was answered for.
     *
     * @param networks what each network that could says; disagreement is that of all four, or is not counted
     */
    public final void answered(CombinedEmotion answer, Collection<EmotionDistribution> networks) {
        EmotionDistribution combined = answer.distribution();
        emotion(
                switch (answer.verdict()) {
                    case EMOTION -> combined.mostProbable().label();
                    case NOT_A_FACE -> DriftMeasure.NOT_A_FACE;
                    case UNCERTAIN -> DriftMeasure.UNCERTAIN;
                });
        count(DriftMeasure.CONFIDENCE, DriftMeasure.CONFIDENCE.bucketOf(combined.confidence()));
        if (networks.size() == NetworkSubsets.NETWORKS.size()) {
            long others = networks.stream()
                    .filter(network -> network.mostProbable() != combined.mostProbable())
                    .count();
            count(DriftMeasure.DISAGREEMENT, (int) others);
        }
    }

    /** A face was found that has no features. */
    public final void unmeasurable() {
        emotion(DriftMeasure.UNMEASURABLE);
    }

    /** A step failed on a face. */
    public final void failed() {
        emotion(DriftMeasure.FAILED);
    }

    private void emotion(String bucket) {
        count(DriftMeasure.EMOTION, DriftMeasure.EMOTION.buckets().indexOf(bucket));
    }

    private static double brightness(Tile tile) {
        // A copy of 10 KB, and a loop over an array: a third of the time of a loop over the buffer.
        byte[] pixels = tile.toBytes();
        long sum = 0;
        for (byte pixel : pixels) {
            sum += pixel & 0xFF;
        }
        return (double) sum / pixels.length;
    }
}
