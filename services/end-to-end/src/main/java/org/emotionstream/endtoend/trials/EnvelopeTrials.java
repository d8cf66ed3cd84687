package org.emotionstream.endtoend.trials;

import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import org.emotionstream.events.wire.AvroMessages;
import org.emotionstream.schemas.ImageTaken;
import org.emotionstream.schemas.RawImage;
import org.emotionstream.schemas.TakenOutcome;

/** Pictures in Avro. */
final class EnvelopeTrials {
    private static final String HEIC = "\0\0\0\u0018ftypheic\0\0\0\0mif1heic";

    private final byte[] jpeg;

    EnvelopeTrials(BufferedImage portrait) {
        jpeg = Encoding.jpeg(portrait);
    }

    void addTo(Trials trials) {
        byte[] message = message(trials.id("avro"));
        trials.add("avro", "a RawImage", message, Expected.faces());
        trials.add(
                "avro-cut", "half of a RawImage", Arrays.copyOf(message, message.length / 2), wrong("end is missing"));
        trials.add(
                "avro-unknown",
                "Avro of a schema that nobody has published",
                new byte[] {(byte) 0xC3, 1, 1, 2, 3, 4, 5, 6, 7, 8, 9},
                wrong("no schema of fingerprint"));
        trials.add(
                "avro-taken", "an ImageTaken, which the chain itself writes", taken(), wrong("the message ImageTaken"));
        byte[] heic = Arrays.copyOf(HEIC.getBytes(StandardCharsets.ISO_8859_1), 100);
        trials.add(
                "avro-heic",
                "a RawImage that holds HEIC",
                of(trials.id("avro-heic"), null, heic),
                Expected.rejected("not-a-picture", "HEIC"));
    }

    private byte[] message(String imageId) {
        return of(imageId, null, jpeg);
    }

    static byte[] of(String imageId, Instant capturedAt, byte[] picture) {
        return new AvroMessages<>(RawImage.class)
                .write(new RawImage(imageId, null, capturedAt, ByteBuffer.wrap(picture)));
    }

    private static byte[] taken() {
        ImageTaken taken = new ImageTaken();
        taken.setImageId("another");
        taken.setDigest(ByteBuffer.allocate(16));
        taken.setEnteredAt(Instant.EPOCH);
        taken.setOutcome(TakenOutcome.forwarded);
        return new AvroMessages<>(ImageTaken.class).write(taken);
    }

    private static Expected wrong(String words) {
        return Expected.rejected("wrong-avro", "expected a RawImage", words);
    }
}
