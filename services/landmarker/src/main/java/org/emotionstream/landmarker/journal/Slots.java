package org.emotionstream.landmarker.journal;

import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Entries of one size in a stretch of a mapped file. An entry counts once its first byte says so, which is
 * written last and erased first: a process that ends half-way leaves none, never half of one.
 *
 * <p>Layout: 0 taken (1) or free (0); 1 crashes; 2 ends; 8 run, the last that was counted; 16 digest, 16 bytes;
 * 32 length of the place, 2 bytes; 34 the place, UTF-8.
 */
final class Slots {
    static final int BYTES = 512;

    private static final int DIGEST_BYTES = 16;
    private static final int CRASHES = 1;
    private static final int ENDS = 2;
    private static final int RUN = 8;
    private static final int DIGEST = 16;
    private static final int PLACE_LENGTH = 32;
    private static final int PLACE = 34;

    private final ByteBuffer bytes;
    private final int count;

    Slots(ByteBuffer bytes) {
        this.bytes = bytes;
        this.count = bytes.capacity() / BYTES;
    }

    /** What is in a slot. */
    record Entry(Suspect suspect, long run) {}

    int count() {
        return count;
    }

    void write(int slot, Suspect suspect, long run) {
        int at = slot * BYTES;
        erase(slot);
        byte[] place = suspect.place().getBytes(StandardCharsets.UTF_8);
        int length = Math.min(place.length, BYTES - PLACE);
        bytes.put(at + CRASHES, (byte) Math.min(suspect.crashes(), Byte.MAX_VALUE));
        bytes.put(at + ENDS, (byte) Math.min(suspect.ends(), Byte.MAX_VALUE));
        bytes.putLong(at + RUN, run);
        bytes.put(at + DIGEST, Arrays.copyOf(HexFormat.of().parseHex(suspect.digest()), DIGEST_BYTES));
        bytes.putShort(at + PLACE_LENGTH, (short) length);
        bytes.put(at + PLACE, place, 0, length);
        VarHandle.releaseFence();
        bytes.put(at, (byte) 1);
    }

    void erase(int slot) {
        bytes.put(slot * BYTES, (byte) 0);
        VarHandle.releaseFence();
    }

    Optional<Entry> read(int slot) {
        int at = slot * BYTES;
        int length = bytes.getShort(at + PLACE_LENGTH);
        if (bytes.get(at) != 1 || length < 0 || length > BYTES - PLACE) {
            return Optional.empty();
        }
        byte[] digest = new byte[DIGEST_BYTES];
        bytes.get(at + DIGEST, digest);
        byte[] place = new byte[length];
        bytes.get(at + PLACE, place);
        Suspect suspect = new Suspect(
                HexFormat.of().formatHex(digest),
                new String(place, StandardCharsets.UTF_8),
                bytes.get(at + CRASHES),
                bytes.get(at + ENDS));
        return Optional.of(new Entry(suspect, bytes.getLong(at + RUN)));
    }
}
