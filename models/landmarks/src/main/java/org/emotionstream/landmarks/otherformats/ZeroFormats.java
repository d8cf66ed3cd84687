package org.emotionstream.landmarks.otherformats;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.Set;

/**
 * Formats without boxes whose first byte is 0, as is that of Avro in Confluent's layout: icons, streams of video,
 * buffers that nothing was written into. Each is recognised by more than a {@code RawImage} in that layout could
 * be, whatever its id.
 */
final class ZeroFormats {
    /** A sequence parameter set of H.264 is followed by one of these numbers of a profile. */
    private static final Set<Integer> H264_PROFILES = Set.of(44, 66, 77, 83, 86, 88, 100, 110, 118, 122, 128, 244);

    private static final int ICON_HEADER = 6;
    private static final int ICON_ENTRY = 16;

    private ZeroFormats() {}

    static Optional<OtherFormat> of(FirstBytes bytes, ByteBuffer encoded) {
        if (bytes.at(0) != 0) {
            return Optional.empty();
        }
        if (isZero(encoded)) {
            return Optional.of(OtherFormat.other(
                    "nothing but zeros (" + encoded.remaining() + " bytes), a buffer that was never written into"));
        }
        return icon(bytes)
                .or(() -> transport(bytes, 3))
                .or(() -> bytes.at(2) == 0 ? transport(bytes, 4) : Optional.empty());
    }

    private static boolean isZero(ByteBuffer encoded) {
        for (int i = encoded.position(); i < encoded.limit(); i++) {
            if (encoded.get(i) != 0) {
                return false;
            }
        }
        return true;
    }

    /** A directory of icons: its entries have a size, and stand before the pictures that they point to. */
    private static Optional<OtherFormat> icon(FirstBytes bytes) {
        int type = bytes.u16LittleEndian(2);
        int count = bytes.u16LittleEndian(4);
        if (bytes.u16LittleEndian(0) != 0 || (type != 1 && type != 2) || count < 1 || bytes.at(9) != 0) {
            return Optional.empty();
        }
        boolean points = bytes.u32LittleEndian(14) > 0
                && bytes.u32LittleEndian(18) >= ICON_HEADER + (long) ICON_ENTRY * count
                && bytes.u32LittleEndian(18) < Integer.MAX_VALUE;
        return points
                ? Optional.of(OtherFormat.picture(type == 1 ? "an icon (ICO)" : "a cursor (CUR)"))
                : Optional.empty();
    }

    /**
     * A start code of MPEG: 0, 0, 1, or a 0 more.
     *
     * @param length of the start code
     */
    private static Optional<OtherFormat> transport(FirstBytes bytes, int length) {
        if (!bytes.has(0, "\0\0\0\1".substring(4 - length))) {
            return Optional.empty();
        }
        int first = bytes.at(length);
        int second = bytes.at(length + 1);
        if ((first & 0x9F) == 7 && H264_PROFILES.contains(second) || (first == 9 && (second & 0x1F) == 0x10)) {
            return Optional.of(OtherFormat.video("a stream of H.264 video"));
        }
        if ((first == 0x40 || first == 0x42 || first == 0x46) && second == 1) {
            return Optional.of(OtherFormat.video("a stream of H.265 video"));
        }
        boolean program = first == 0xBA && (second & 0xC4) == 0x44 && (bytes.at(length + 3) & 4) == 4;
        boolean oldProgram = first == 0xBA && (second & 0xF1) == 0x21;
        boolean sequence = first == 0xB3 && bytes.at(length + 4) > 0x0F;
        return program || oldProgram || sequence ? Optional.of(OtherFormat.video("an MPEG video")) : Optional.empty();
    }
}
