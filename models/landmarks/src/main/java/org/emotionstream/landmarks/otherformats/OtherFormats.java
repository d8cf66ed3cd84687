package org.emotionstream.landmarks.otherformats;

import java.nio.ByteBuffer;
import java.util.Optional;

/** Which format it is, of those that are not read. */
public final class OtherFormats {
    private OtherFormats() {}

    /**
     * The format of these bytes; empty when nobody knows.
     *
     * @param encoded what is no JPEG, PNG, WebP or BMP, from the buffer's position to its limit, which it keeps
     */
    public static Optional<OtherFormat> of(ByteBuffer encoded) {
        FirstBytes bytes = new FirstBytes(encoded);
        return named(bytes, encoded).or(() -> EmbeddedPicture.of(bytes));
    }

    /** The format of these bytes, without a look for a picture that begins somewhere behind the first bytes. */
    public static Optional<OtherFormat> named(ByteBuffer encoded) {
        return named(new FirstBytes(encoded), encoded);
    }

    private static Optional<OtherFormat> named(FirstBytes bytes, ByteBuffer encoded) {
        return certain(bytes, encoded)
                .or(() -> TextFormats.byBeginning(bytes))
                .or(() -> MediaTypes.of(bytes))
                .or(() -> TextFormats.byWhole(bytes));
    }

    /**
     * The format of bytes whose first is 0, where it is certain: they cannot be a {@code RawImage} in Confluent's
     * layout, which begins with that byte too. Empty otherwise.
     */
    public static Optional<OtherFormat> certain(ByteBuffer encoded) {
        return certain(new FirstBytes(encoded), encoded);
    }

    private static Optional<OtherFormat> certain(FirstBytes bytes, ByteBuffer encoded) {
        return BoxFormats.of(bytes)
                .or(() -> ZeroFormats.of(bytes, encoded))
                .or(() -> EmbeddedPicture.tooNearForAvro(bytes));
    }
}
