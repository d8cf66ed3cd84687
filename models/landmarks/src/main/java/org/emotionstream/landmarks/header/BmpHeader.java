package org.emotionstream.landmarks.header;

import java.util.Set;
import org.emotionstream.landmarks.header.PictureHeader.Broken;
import org.emotionstream.landmarks.header.PictureHeader.Complete;

/**
 * Windows bitmap: a file header, then an information header whose length tells its version, then rows of
 * pixels, each padded to four bytes.
 */
final class BmpHeader {
    private static final int INFORMATION = 14;
    private static final int OS2_LENGTH = 12;
    private static final int OS2_LONG = 64;

    /** Lengths of information headers; "BM" alone would make a bitmap of many a text. */
    private static final Set<Long> INFORMATION_LENGTHS = Set.of(12L, 40L, 52L, 56L, 64L, 108L, 124L);

    private static final int WITH_ALPHA_MASK = 56;
    private static final int ALPHA_MASK = INFORMATION + 52;
    private static final int UNCOMPRESSED = 0;
    private static final int BIT_FIELDS = 3;

    private BmpHeader() {}

    static boolean recognises(EncodedBytes bytes) {
        return bytes.has(0, "BM")
                && bytes.length() >= INFORMATION + 4
                && INFORMATION_LENGTHS.contains(bytes.u32LittleEndian(INFORMATION));
    }

    /** Whether its masks of bits have one for alpha, as from the third version of the header on. */
    static boolean hasAlphaMask(EncodedBytes bytes) {
        long version = bytes.u32LittleEndian(INFORMATION);
        return version >= WITH_ALPHA_MASK
                && version != OS2_LONG
                && bytes.u32LittleEndian(30) == BIT_FIELDS
                && bytes.length() >= ALPHA_MASK + 4
                && bytes.u32LittleEndian(ALPHA_MASK) != 0;
    }

    static PictureHeader read(EncodedBytes bytes) {
        boolean os2 = bytes.u32LittleEndian(INFORMATION) == OS2_LENGTH;
        long width = os2 ? bytes.u16LittleEndian(18) : (int) bytes.u32LittleEndian(18);
        // A negative height says that the rows begin at the top.
        long height = os2 ? bytes.u16LittleEndian(20) : Math.abs((long) (int) bytes.u32LittleEndian(22));
        if (width < 1 || height < 1) {
            return new Broken("a BMP of " + width + " x " + height + " pixels");
        }
        int bitsPerPixel = bytes.u16LittleEndian(os2 ? 24 : 28);
        long compression = os2 ? UNCOMPRESSED : bytes.u32LittleEndian(30);
        if (compression == UNCOMPRESSED || compression == BIT_FIELDS) {
            long rowBytes = (width * bitsPerPixel + 31) / 32 * 4;
            // What exceeds the limits of pixels is refused for that, not for its missing rows.
            if (rowBytes * height <= Integer.MAX_VALUE) {
                bytes.requireLength(bytes.u32LittleEndian(10) + rowBytes * height);
            }
        }
        return new Complete(PictureFormat.BMP, width, height);
    }
}
