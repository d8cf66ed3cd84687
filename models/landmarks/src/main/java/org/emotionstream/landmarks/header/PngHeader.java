package org.emotionstream.landmarks.header;

import java.nio.ByteBuffer;
import java.util.OptionalLong;
import org.emotionstream.landmarks.header.PictureHeader.Broken;
import org.emotionstream.landmarks.header.PictureHeader.Complete;

/** PNG (ISO/IEC 15948): a signature and chunks, the first IHDR with the size, the last IEND. */
final class PngHeader {
    private static final String SIGNATURE = "\u0089PNG\r\n\u001A\n";

    /** Length, type and check sum of a chunk, beside its data. */
    private static final int CHUNK_FRAME = 12;

    private static final int FIRST_CHUNK = 8;
    private static final int LENGTH_AND_TYPE = 8;

    private static final int GREY = 0;
    private static final int GREY_ALPHA = 4;
    private static final int RGB_ALPHA = 6;

    private PngHeader() {}

    static boolean recognises(EncodedBytes bytes) {
        return bytes.has(0, SIGNATURE);
    }

    /** How a whole PNG says what is transparent; a tRNS behind the first IDAT says nothing. */
    static Transparency transparency(EncodedBytes bytes) {
        int bits = bytes.u8(FIRST_CHUNK + 16);
        int colour = bytes.u8(FIRST_CHUNK + 17);
        if (colour == GREY_ALPHA || colour == RGB_ALPHA) {
            return new Transparency.Channel();
        }
        OptionalLong transparent = find(bytes, "tRNS", "IDAT");
        if (transparent.isEmpty()) {
            return new Transparency.Opaque();
        }
        if (colour == GREY) {
            int level = bytes.u16(transparent.getAsLong()) & (1 << bits) - 1;
            return new Transparency.GreyLevel(level, bits);
        }
        return new Transparency.Channel();
    }

    /** The TIFF of its eXIf chunk; empty where it has none. */
    static ByteBuffer exif(EncodedBytes bytes) {
        OptionalLong data = find(bytes, "eXIf", "IEND");
        return data.isEmpty()
                ? ByteBuffer.allocate(0)
                : bytes.part(data.getAsLong(), bytes.u32(data.getAsLong() - LENGTH_AND_TYPE));
    }

    /** Where the data of the first chunk of this type begin, before one of the other type. */
    private static OptionalLong find(EncodedBytes bytes, String type, String before) {
        long chunk = FIRST_CHUNK;
        while (!bytes.has(chunk + 4, before) && !bytes.has(chunk + 4, "IEND")) {
            if (bytes.has(chunk + 4, type)) {
                return OptionalLong.of(chunk + LENGTH_AND_TYPE);
            }
            chunk += bytes.u32(chunk) + CHUNK_FRAME;
        }
        return OptionalLong.empty();
    }

    static PictureHeader read(EncodedBytes bytes) {
        bytes.requireLength(FIRST_CHUNK + CHUNK_FRAME + 13);
        if (!bytes.has(FIRST_CHUNK + 4, "IHDR") || bytes.u32(FIRST_CHUNK) != 13) {
            return new Broken("a PNG whose first chunk is not an IHDR of 13 bytes");
        }
        long width = bytes.u32(FIRST_CHUNK + 8);
        long height = bytes.u32(FIRST_CHUNK + 12);
        if (width == 0 || height == 0 || width > Integer.MAX_VALUE || height > Integer.MAX_VALUE) {
            return new Broken("a PNG of " + width + " x " + height + " pixels");
        }
        long chunk = FIRST_CHUNK;
        while (!bytes.has(chunk + 4, "IEND")) {
            chunk += bytes.u32(chunk) + CHUNK_FRAME;
        }
        bytes.requireLength(chunk + CHUNK_FRAME);
        return new Complete(PictureFormat.PNG, width, height);
    }
}
