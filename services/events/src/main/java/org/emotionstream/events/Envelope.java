package org.emotionstream.events;

import java.util.List;
import org.apache.avro.specific.SpecificRecordBase;

/**
 * The fields that travel along from the landmarker to the answer, so that the last hop can answer alone.
 * They have the same names and types in {@code ImageLandmarks}, {@code ImageFeatures}, {@code
 * EmotionDistributions} and {@code ImageEmotions}.
 */
public final class Envelope {
    /** The fields of the image. */
    public static final List<String> IMAGE_FIELDS = List.of(
            "imageId",
            "digest",
            "sourceId",
            "capturedAt",
            "enteredAt",
            "width",
            "height",
            "releaseId",
            "omittedFaces",
            "smallestFace");

    private Envelope() {}

    /**
     * Copies the fields of the image from one message of the chain to the next.
     *
     * @return {@code to}
     */
    public static <T extends SpecificRecordBase> T carry(SpecificRecordBase from, T to) {
        for (String field : IMAGE_FIELDS) {
            to.put(field, from.get(field));
        }
        return to;
    }
}
