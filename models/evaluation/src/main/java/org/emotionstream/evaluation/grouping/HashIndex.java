package org.emotionstream.evaluation.grouping;

import java.util.Arrays;
import java.util.function.IntConsumer;

/**
 * Finds hashes of 64 bits that differ in at most {@value #DISTANCE} from a given one, without looking at all:
 * of four bands of 16 bits at least one then differs in one bit at most, so 4 x 17 buckets are looked into. For
 * one thread.
 */
final class HashIndex {
    /** How many bits may differ. */
    static final int DISTANCE = 7;

    private static final int BANDS = 4;
    private static final int BAND_BITS = 16;
    private static final int NONE = -1;

    private final long[] hashes;
    private final int[][] latest = new int[BANDS][1 << BAND_BITS];
    private final int[][] earlier;
    private int count;

    /**
     * @param most how many hashes can be added
     */
    HashIndex(int most) {
        hashes = new long[most];
        earlier = new int[BANDS][most];
        for (int[] band : latest) {
            Arrays.fill(band, NONE);
        }
    }

    /** Adds a hash; its number is how many there were before. */
    void add(long hash) {
        hashes[count] = hash;
        for (int band = 0; band < BANDS; band++) {
            int bucket = bucket(hash, band);
            earlier[band][count] = latest[band][bucket];
            latest[band][bucket] = count;
        }
        count++;
    }

    /** Tells the numbers of the hashes that are close to this one, some of them several times. */
    void close(long hash, IntConsumer found) {
        for (int band = 0; band < BANDS; band++) {
            int bucket = bucket(hash, band);
            visit(band, bucket, hash, found);
            for (int bit = 0; bit < BAND_BITS; bit++) {
                visit(band, bucket ^ 1 << bit, hash, found);
            }
        }
    }

    private void visit(int band, int bucket, long hash, IntConsumer found) {
        for (int i = latest[band][bucket]; i != NONE; i = earlier[band][i]) {
            if (Long.bitCount(hashes[i] ^ hash) <= DISTANCE) {
                found.accept(i);
            }
        }
    }

    private static int bucket(long hash, int band) {
        return (int) (hash >>> band * BAND_BITS) & (1 << BAND_BITS) - 1;
    }
}
