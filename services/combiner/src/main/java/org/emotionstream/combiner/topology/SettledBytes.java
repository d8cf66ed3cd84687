package org.emotionstream.combiner.topology;

import java.nio.ByteBuffer;
import org.emotionstream.combiner.ledger.Intake;
import org.emotionstream.combiner.ledger.Settled;

/**
 * Settled images in 6 bytes: 2 bits kind, 1 bit whether its intake record has been read, 1 bit unused, 4 bits
 * networks; 3 bits revision, 5 bits attempt; 4 bytes place. An attempt above 30 is 31 there, and 4 bytes at the end.
 */
final class SettledBytes {
    private static final int SMALL = Short.BYTES + Integer.BYTES;
    private static final int ATTEMPT_BITS = 5;
    private static final int LATER = (1 << ATTEMPT_BITS) - 1;

    private SettledBytes() {}

    static byte[] write(Settled settled) {
        Intake intake = settled.intake();
        boolean late = intake.attempt() >= LATER;
        ByteBuffer bytes = ByteBuffer.allocate(late ? SMALL + Integer.BYTES : SMALL)
                .put((byte) (settled.kind().ordinal() << 6 | (intake.taken() ? 1 << 5 : 0) | settled.modelBits()))
                .put((byte) (settled.revision() << ATTEMPT_BITS | (late ? LATER : intake.attempt())))
                .putInt(intake.place());
        if (late) {
            bytes.putInt(intake.attempt());
        }
        return bytes.array();
    }

    static Settled read(byte[] written) {
        ByteBuffer bytes = ByteBuffer.wrap(written);
        int first = Byte.toUnsignedInt(bytes.get());
        int second = Byte.toUnsignedInt(bytes.get());
        int place = bytes.getInt();
        int attempt = (second & LATER) == LATER ? bytes.getInt() : second & LATER;
        return new Settled(
                Settled.Kind.values()[first >> 6],
                new Intake((first & 1 << 5) != 0, attempt, place),
                first & 0xF,
                second >> ATTEMPT_BITS);
    }
}
