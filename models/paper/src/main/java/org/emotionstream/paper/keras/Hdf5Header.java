package org.emotionstream.paper.keras;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * What the first bytes of a file say, before a library is let loose on it: whether it is HDF5 at all, and
 * whether it is as long as it says (HDF5 File Format Specification, II.A "Disk Format: Level 0A").
 */
final class Hdf5Header {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'H', 'D', 'F', '\r', '\n', 0x1a, '\n'};
    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final int VERSION = 8;
    private static final int LONGEST = 64;

    private Hdf5Header() {}

    /**
     * @throws KerasException when this is no HDF5 file, or ends before its end
     */
    static void check(Path file, byte[] bytes) {
        if (startsWith(bytes, ZIP)) {
            throw new KerasException(file + ": expected HDF5 (.h5), found a zip archive, as Keras 3 writes with the"
                    + " ending .keras; write it as model.save(\"model.h5\")");
        }
        if (!startsWith(bytes, SIGNATURE)) {
            throw new KerasException(file + ": expected HDF5, which begins with "
                    + HexFormat.of().formatHex(SIGNATURE) + ", found "
                    + (bytes.length == 0
                            ? "an empty file"
                            : HexFormat.of().formatHex(bytes, 0, Math.min(bytes.length, SIGNATURE.length))));
        }
        if (bytes.length < LONGEST) {
            throw new KerasException(
                    file + ": truncated: expected a header of at least " + LONGEST + " bytes, found " + bytes.length);
        }
        checkLength(file, bytes);
    }

    /** The end of the file stands behind base address and extension, which depends on the version. */
    private static void checkLength(Path file, byte[] bytes) {
        int version = bytes[VERSION];
        boolean old = version <= 1;
        int sizeOfOffsets = bytes[old ? 13 : 9];
        if (version > 3 || sizeOfOffsets != Long.BYTES) {
            // Rare, and for the library to judge.
            return;
        }
        int end = old ? (version == 0 ? 40 : 44) : 28;
        long expected = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getLong(end);
        if (expected < 0 || bytes.length < expected) {
            throw new KerasException(file + ": truncated or damaged: its header says " + Long.toUnsignedString(expected)
                    + " bytes, found " + bytes.length);
        }
    }

    static boolean startsWith(byte[] bytes, byte[] start) {
        return Arrays.equals(Arrays.copyOf(bytes, start.length), start);
    }
}
