package org.emotionstream.landmarks.header;

import org.emotionstream.landmarks.header.PictureHeader.Broken;
import org.emotionstream.landmarks.header.PictureHeader.Complete;

/** PNG (ISO/IEC 15948): a signature and chunks, the first IHDR with the size, the last IEND. */
final class PngHeader {
    private static final String SIGNATURE = "\u0089PNG\r\n\u001A\n";

    /** Length, type and check sum of a chunk, beside its data. */
    private static final int CHUNK_FRAME = 12;

    private static final int FIRST_CHUNK = 8;

    private PngHeader() {}

    static boolean recognises(EncodedBytes bytes) {
        return bytes.has(0, SIGNATURE);
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
