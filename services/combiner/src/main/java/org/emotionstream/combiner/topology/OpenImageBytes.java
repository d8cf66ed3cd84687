package org.emotionstream.combiner.topology;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.common.errors.SerializationException;
import org.emotionstream.combiner.ledger.Intake;
import org.emotionstream.combiner.ledger.OpenImage;
import org.emotionstream.combiner.ledger.Picture;
import org.emotionstream.events.wire.ImageIdentity;

/**
 * Open images as bytes, in the store and its changelog: 1 byte version, 8 bytes when it entered (milliseconds
 * since 1970), 1 byte whether its intake record has been read, 4 bytes attempt, 4 bytes place, 16 bytes digest, then
 * image id, source and release: 2 bytes length (-1: none) and UTF-8. Big-endian. About 80 bytes.
 */
final class OpenImageBytes {
    private static final byte VERSION = 1;
    private static final int ENTERED_AT = Byte.BYTES;
    private static final int FIXED =
            Byte.BYTES + Long.BYTES + Byte.BYTES + 2 * Integer.BYTES + ImageIdentity.DIGEST_BYTES;
    private static final short NONE = -1;

    private OpenImageBytes() {}

    static byte[] write(OpenImage image) {
        Picture picture = image.picture();
        List<Optional<byte[]>> texts = Stream.of(
                        Optional.of(picture.identity().imageId()), picture.sourceId(), picture.releaseId())
                .map(text -> text.map(known -> known.getBytes(StandardCharsets.UTF_8)))
                .toList();
        int size = FIXED
                + texts.stream()
                        .mapToInt(text ->
                                Short.BYTES + text.map(known -> known.length).orElse(0))
                        .sum();
        ByteBuffer bytes = ByteBuffer.allocate(size)
                .put(VERSION)
                .putLong(picture.enteredAt().toEpochMilli())
                .put((byte) (image.intake().taken() ? 1 : 0))
                .putInt(image.intake().attempt())
                .putInt(image.intake().place())
                .put(picture.identity().digestBytes());
        texts.forEach(text -> text.ifPresentOrElse(
                known -> bytes.putShort((short) known.length).put(known), () -> bytes.putShort(NONE)));
        return bytes.array();
    }

    static OpenImage read(byte[] written) {
        ByteBuffer bytes = ByteBuffer.wrap(written);
        byte version = bytes.get();
        if (version != VERSION) {
            throw new SerializationException("the store holds open images of version " + version
                    + ", this combiner reads version " + VERSION + ": start the one that wrote them");
        }
        Instant enteredAt = Instant.ofEpochMilli(bytes.getLong());
        Intake intake = new Intake(bytes.get() == 1, bytes.getInt(), bytes.getInt());
        byte[] digest = new byte[ImageIdentity.DIGEST_BYTES];
        bytes.get(digest);
        String imageId = text(bytes).orElseThrow();
        ImageIdentity identity = new ImageIdentity(imageId, HexFormat.of().formatHex(digest));
        return new OpenImage(new Picture(identity, text(bytes), enteredAt, text(bytes)), intake);
    }

    /** When the image entered, in milliseconds since 1970, without reading the rest. */
    static long enteredAt(byte[] written) {
        return ByteBuffer.wrap(written).getLong(ENTERED_AT);
    }

    private static Optional<String> text(ByteBuffer bytes) {
        short length = bytes.getShort();
        if (length == NONE) {
            return Optional.empty();
        }
        byte[] text = new byte[length];
        bytes.get(text);
        return Optional.of(new String(text, StandardCharsets.UTF_8));
    }
}
