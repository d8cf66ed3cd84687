package org.emotionstream.landmarks.header;

import java.nio.ByteBuffer;
import org.emotionstream.landmarks.header.PictureHeader.Broken;
import org.emotionstream.landmarks.header.PictureHeader.Complete;

/**
 * WebP (RFC 9649): a RIFF container with its length, whose first chunk tells the size: lossy (VP8),
 * lossless (VP8L) or extended (VP8X).
 */
final class WebpHeader {
    /** Bytes before those that the container counts in its length. */
    private static final int BEFORE_LENGTH = 8;

    private static final int FIRST_CHUNK = 12;
    private static final int CHUNK_HEADER = 8;
    private static final int DATA = FIRST_CHUNK + CHUNK_HEADER;
    private static final int MASK_14 = 0x3FFF;

    private WebpHeader() {}

    static boolean recognises(EncodedBytes bytes) {
        return bytes.has(0, "RIFF") && bytes.has(8, "WEBP");
    }

    static PictureHeader read(EncodedBytes bytes) {
        bytes.requireLength(BEFORE_LENGTH + bytes.u32LittleEndian(4));
        if (bytes.has(FIRST_CHUNK, "VP8 ")) {
            return lossy(bytes);
        }
        if (bytes.has(FIRST_CHUNK, "VP8L")) {
            return lossless(bytes);
        }
        if (bytes.has(FIRST_CHUNK, "VP8X")) {
            return size(bytes.u24LittleEndian(DATA + 4) + 1, bytes.u24LittleEndian(DATA + 7) + 1);
        }
        return new Broken("a WebP whose first chunk is none of VP8, VP8L, VP8X");
    }

    /** The TIFF of its EXIF chunk, perhaps behind a name; empty where it has none. */
    static ByteBuffer exif(EncodedBytes bytes) {
        for (long chunk = FIRST_CHUNK; chunk + CHUNK_HEADER <= bytes.length(); ) {
            long length = bytes.u32LittleEndian(chunk + 4);
            if (bytes.has(chunk, "EXIF")) {
                return bytes.part(chunk + CHUNK_HEADER, length);
            }
            // Chunks are padded to an even length.
            chunk += CHUNK_HEADER + length + (length & 1);
        }
        return ByteBuffer.allocate(0);
    }

    private static PictureHeader lossy(EncodedBytes bytes) {
        boolean keyFrame = (bytes.u8(DATA) & 1) == 0;
        if (!keyFrame || !bytes.has(DATA + 3, "\u009D\u0001*")) {
            return new Broken("a WebP that does not begin with a key frame");
        }
        // The upper two bits are a hint for upscaling.
        return size(bytes.u16LittleEndian(DATA + 6) & MASK_14, bytes.u16LittleEndian(DATA + 8) & MASK_14);
    }

    private static PictureHeader lossless(EncodedBytes bytes) {
        if (bytes.u8(DATA) != 0x2F) {
            return new Broken("a lossless WebP without its signature");
        }
        long bits = bytes.u32LittleEndian(DATA + 1);
        return size((bits & MASK_14) + 1, (bits >> 14 & MASK_14) + 1);
    }

    private static PictureHeader size(long width, long height) {
        if (width == 0 || height == 0) {
            return new Broken("a WebP of " + width + " x " + height + " pixels");
        }
        return new Complete(PictureFormat.WEBP, width, height);
    }
}
