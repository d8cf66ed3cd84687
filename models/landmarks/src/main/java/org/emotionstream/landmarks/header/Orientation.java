package org.emotionstream.landmarks.header;

import java.nio.ByteBuffer;
import org.emotionstream.landmarks.header.PictureHeader.Complete;

/**
 * How a picture lies, by its EXIF: the tag 0x0112 of the first directory of its TIFF (CIPA DC-008). Read here for the
 * formats whose transparency OpenCV gives out only together with a picture that is not turned; of all others it turns
 * the picture itself.
 */
public final class Orientation {
    /** Upright as it is stored; also of a picture that says nothing, or nothing that can be read. */
    public static final int UPRIGHT = 1;

    private static final int MOST = 8;
    private static final int TAG = 0x0112;
    private static final int SHORT = 3;
    private static final int ENTRY_BYTES = 12;

    private final EncodedBytes tiff;
    private final boolean littleEndian;

    private Orientation(EncodedBytes tiff) {
        this.tiff = tiff;
        this.littleEndian = tiff.has(0, "II");
    }

    /**
     * The orientation of a PNG or a WebP.
     *
     * @param encoded the whole picture, from the buffer's position to its limit, which it keeps
     * @return 1 to 8 as EXIF counts them
     */
    public static int of(ByteBuffer encoded, Complete header) {
        EncodedBytes bytes = new EncodedBytes(encoded);
        try {
            return switch (header.format()) {
                case PNG -> ofTiff(PngHeader.exif(bytes));
                case WEBP -> ofTiff(WebpHeader.exif(bytes));
                case JPEG, BMP -> UPRIGHT;
            };
        } catch (EncodedBytes.EndReached e) {
            // EXIF that is cut or that points beyond itself says nothing; the picture is whole.
            return UPRIGHT;
        }
    }

    private static int ofTiff(ByteBuffer exif) {
        EncodedBytes tiff = new EncodedBytes(exif);
        if (tiff.has(0, "Exif\0\0")) {
            return ofTiff(exif.slice(6, exif.remaining() - 6));
        }
        return tiff.has(0, "MM\0*") || tiff.has(0, "II*\0") ? new Orientation(tiff).read() : UPRIGHT;
    }

    private int read() {
        long directory = u32(4);
        int entries = u16(directory);
        for (int i = 0; i < entries; i++) {
            long entry = directory + 2 + (long) i * ENTRY_BYTES;
            if (u16(entry) == TAG && u16(entry + 2) == SHORT) {
                int orientation = u16(entry + 8);
                return orientation >= UPRIGHT && orientation <= MOST ? orientation : UPRIGHT;
            }
        }
        return UPRIGHT;
    }

    private int u16(long offset) {
        return littleEndian ? tiff.u16LittleEndian(offset) : tiff.u16(offset);
    }

    private long u32(long offset) {
        return littleEndian ? tiff.u32LittleEndian(offset) : tiff.u32(offset);
    }
}
