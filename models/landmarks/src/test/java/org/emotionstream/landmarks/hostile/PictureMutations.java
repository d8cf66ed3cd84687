package org.emotionstream.landmarks.hostile;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Random;
import java.util.zip.CRC32;
import org.emotionstream.contract.Fuzzing;

/** Changes pictures in the middle and repairs their ends and check sums, so that they get past our own checks. */
public final class PictureMutations {
    private final List<byte[]> originals;
    private final Random random;

    public PictureMutations(List<byte[]> originals, long seed) {
        this.originals = List.copyOf(originals);
        this.random = new Random(seed);
    }

    /** The next of a sequence without end, which follows from the seed. */
    public byte[] next() {
        byte[] bytes = originals.get(random.nextInt(originals.size()));
        for (int round = random.nextInt(4); round >= 0; round--) {
            bytes = Fuzzing.mutated(bytes, random);
        }
        return random.nextInt(8) == 0 ? bytes : repaired(bytes);
    }

    private static byte[] repaired(byte[] bytes) {
        switch (bytes.length < 64 ? 0 : bytes[0] & 0xFF) {
            case 0xFF -> {
                bytes[1] = (byte) 0xD8;
                bytes[bytes.length - 2] = (byte) 0xFF;
                bytes[bytes.length - 1] = (byte) 0xD9;
            }
            case 0x89 -> checkSums(bytes);
            case 'R' -> ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putInt(4, bytes.length - 8);
            default -> {}
        }
        return bytes;
    }

    private static void checkSums(byte[] png) {
        ByteBuffer buffer = ByteBuffer.wrap(png);
        for (long at = PngBuilder.SIGNATURE.length; at + 12 <= png.length; ) {
            long length = buffer.getInt((int) at) & 0xFFFFFFFFL;
            if (at + 12 + length > png.length) {
                return;
            }
            CRC32 sum = new CRC32();
            sum.update(png, (int) at + 4, (int) length + 4);
            buffer.putInt((int) (at + 8 + length), (int) sum.getValue());
            at += 12 + length;
        }
    }
}
