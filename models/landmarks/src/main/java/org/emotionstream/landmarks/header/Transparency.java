package org.emotionstream.landmarks.header;

import java.nio.ByteBuffer;
import org.emotionstream.landmarks.header.PictureHeader.Complete;

/** How a picture says which of its pixels are transparent. */
public sealed interface Transparency {
    /** It does not: all its pixels are opaque. */
    record Opaque() implements Transparency {}

    /** By a fourth channel, as it is stored or once its palette or its transparent colour is expanded. */
    record Channel() implements Transparency {}

    /**
     * By one level of grey.
     *
     * @param level as the picture stores its levels
     * @param bits of a level: 1, 2, 4, 8 or 16
     */
    record GreyLevel(int level, int bits) implements Transparency {}

    /**
     * How this picture does it. A WebP says {@link Channel} also where it may only have one: its decoder knows.
     *
     * @param encoded the whole picture, from the buffer's position to its limit, which it keeps
     * @param header of this picture
     */
    static Transparency of(ByteBuffer encoded, Complete header) {
        EncodedBytes bytes = new EncodedBytes(encoded);
        return switch (header.format()) {
            case JPEG -> new Opaque();
            case PNG -> PngHeader.transparency(bytes);
            case WEBP -> new Channel();
            case BMP -> BmpHeader.hasAlphaMask(bytes) ? new Channel() : new Opaque();
        };
    }
}
