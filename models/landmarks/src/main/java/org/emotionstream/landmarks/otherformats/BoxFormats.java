package org.emotionstream.landmarks.otherformats;

import java.util.Optional;
import java.util.Set;

/**
 * Formats of boxes (ISO 14496-12 and its kin): four bytes of length, four letters of type. Their first byte is
 * 0 wherever the first box is below 16 MiB, as it is of nearly all.
 */
final class BoxFormats {
    private static final Set<String> HEIC = Set.of("heic", "heix", "heim", "heis", "hevc", "hevx", "hevm", "hevs");
    private static final Set<String> AVIF = Set.of("avif", "avis");
    private static final Set<String> JPEG_2000 = Set.of("jp2 ", "jpx ", "jpm ", "jph ", "mjp2");
    private static final Set<String> SOUND = Set.of("M4A ", "M4B ", "M4P ");
    private static final Set<String> VIDEO =
            Set.of("moov", "mdat", "moof", "styp", "sidx", "wide", "free", "skip", "pnot");

    /** Brands that name a container, and leave it to those behind them what it holds. */
    private static final Set<String> ANY_IMAGE = Set.of("mif1", "mif2", "msf1", "miaf", "heif");

    private BoxFormats() {}

    static Optional<OtherFormat> of(FirstBytes bytes) {
        String type = bytes.characters(4, 8);
        if (bytes.has(0, "\0\0\0\fjP  ")) {
            return Optional.of(OtherFormat.picture("JPEG 2000"));
        }
        if (bytes.has(0, "\0\0\0\fJXL ")) {
            return Optional.of(OtherFormat.picture("JPEG XL"));
        }
        if (type.equals("ftyp") && bytes.length() >= 12) {
            return Optional.of(ofBrand(bytes));
        }
        return VIDEO.contains(type)
                ? Optional.of(OtherFormat.video("a QuickTime or MP4 video (" + type + ")"))
                : Optional.empty();
    }

    private static OtherFormat ofBrand(FirstBytes bytes) {
        String brand = bytes.characters(8, 12);
        String stated = " (ftyp " + brand.replaceAll("[^ -~]", "?").strip() + ")";
        String holds = ANY_IMAGE.contains(brand) ? held(bytes) : brand;
        if (HEIC.contains(holds)) {
            return OtherFormat.picture("HEIC" + stated + ", the format of iPhones");
        } else if (AVIF.contains(holds)) {
            return OtherFormat.picture("AVIF" + stated);
        } else if (ANY_IMAGE.contains(holds)) {
            return OtherFormat.picture("HEIF" + stated);
        } else if (JPEG_2000.contains(holds)) {
            return OtherFormat.picture("JPEG 2000" + stated);
        } else if (holds.equals("jxl ")) {
            return OtherFormat.picture("JPEG XL" + stated);
        } else if (holds.equals("crx ")) {
            return OtherFormat.picture("a raw picture of a Canon camera" + stated);
        } else if (SOUND.contains(holds)) {
            return OtherFormat.other("sound" + stated);
        }
        return OtherFormat.video((holds.equals("qt  ") ? "a QuickTime video" : "an MP4 video") + stated);
    }

    /** The first of the compatible brands that says more than the brand itself. */
    private static String held(FirstBytes bytes) {
        int end = bytes.at(2) << 8 | bytes.at(3);
        for (int offset = 16; offset + 4 <= Math.min(end, bytes.length()); offset += 4) {
            String brand = bytes.characters(offset, offset + 4);
            if (HEIC.contains(brand) || AVIF.contains(brand)) {
                return brand;
            }
        }
        return bytes.characters(8, 12);
    }
}
