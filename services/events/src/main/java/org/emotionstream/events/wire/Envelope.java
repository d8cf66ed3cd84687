package org.emotionstream.events.wire;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.avro.specific.SpecificRecordBase;
import org.emotionstream.contract.Releases;

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
     * This message of faces, if what it says is within the bounds that every message of the chain keeps. The steps behind
     * rest on them; a message that somebody else wrote must not be one that no service gets past.
     *
     * @throws UnreadableMessageException when it is not
     */
    public static <T extends SpecificRecordBase> T checked(T message) {
        checkText(message, "imageId", Limits.IMAGE_ID_BYTES);
        checkText(message, "sourceId", Limits.IMAGE_ID_BYTES);
        check(Releases.isId(String.valueOf(message.get("releaseId"))), "its releaseId cannot be the id of a release");
        List<?> faces = (List<?>) message.get("faces");
        check(faces.size() <= Limits.FACES, "expected at most " + Limits.FACES + " faces, found " + faces.size());
        faces.forEach(face -> checkText((SpecificRecordBase) face, "reason", 3 * Limits.REASONS_LENGTH));
        return message;
    }

    /**
     * Checks the length of a text.
     *
     * @param most bytes of UTF-8
     * @throws UnreadableMessageException when it has more
     */
    public static void checkText(SpecificRecordBase message, String field, int most) {
        Object text = message.get(field);
        int bytes = text == null ? 0 : text.toString().getBytes(StandardCharsets.UTF_8).length;
        check(bytes <= most, "expected at most " + most + " bytes of UTF-8 in " + field + ", found " + bytes);
    }

    private static void check(boolean holds, String what) {
        if (!holds) {
            throw new UnreadableMessageException("no message of the chain: " + what, null);
        }
    }

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
