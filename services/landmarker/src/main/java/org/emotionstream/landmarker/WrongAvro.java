package org.emotionstream.landmarker;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import org.emotionstream.events.wire.OurMessages;
import org.emotionstream.events.wire.UnreadableMessageException;
import org.emotionstream.events.wire.UnreadableMessageException.Fault;
import org.emotionstream.landmarks.PictureOutcome.Rejected;
import org.emotionstream.landmarks.RejectionReason;
import org.emotionstream.landmarks.otherformats.OtherFormats;

/** Why Avro on {@code images.raw} is no {@code RawImage}, for those who have sent it. */
final class WrongAvro {
    private static final String EXPECTED =
            "expected a RawImage (schemas/src/main/avro/1-RawImage.avsc) or the bytes of a picture, found ";

    private WrongAvro() {}

    /**
     * What these bytes are instead; empty when they are no Avro either. The two bytes of the single-object
     * encoding say that they are; one byte of 0 alone does not.
     *
     * @param bytes that look like Avro
     * @param why they could not be read
     */
    static Optional<Rejected> describe(byte[] bytes, UnreadableMessageException why) {
        List<String> names = OurMessages.namesOf(bytes);
        if (!names.isEmpty()) {
            return Optional.of(
                    wrong("the message " + String.join(" or ", names) + ", which only the chain itself writes"));
        }
        return isAvro(bytes, why.fault()) ? Optional.of(found(bytes, why)) : Optional.empty();
    }

    private static boolean isAvro(byte[] bytes, Fault fault) {
        boolean unknownId = (fault == Fault.UNKNOWN_SCHEMA || fault == Fault.SCHEMA_NOT_AVAILABLE) && bytes[0] == 0;
        return fault != Fault.NOT_AVRO
                && (!unknownId || OtherFormats.named(ByteBuffer.wrap(bytes)).isEmpty());
    }

    private static Rejected found(byte[] bytes, UnreadableMessageException why) {
        return switch (why.fault()) {
            case ENDS_EARLY -> wrong("the beginning of one, of " + bytes.length + " bytes: its end is missing");
            case UNKNOWN_SCHEMA -> wrong(why.getMessage() + ": publish it, or write with the schema of RawImage");
            case SCHEMA_NOT_AVAILABLE -> new Rejected(
                    RejectionReason.SCHEMA_UNAVAILABLE,
                    EXPECTED + "what may be a message with a schema of another version, which could not be looked up"
                            + " when the record came: replay it");
            case MALFORMED, NOT_AVRO -> wrong("Avro that does not follow that schema");
        };
    }

    private static Rejected wrong(String found) {
        return new Rejected(RejectionReason.WRONG_AVRO, EXPECTED + found);
    }
}
