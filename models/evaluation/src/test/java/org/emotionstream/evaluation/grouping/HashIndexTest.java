package org.emotionstream.evaluation.grouping;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class HashIndexTest {
    @Test
    void findsAllThatAreCloseAndNoOthers() {
        Random random = new Random(1);
        long[] hashes = new long[2000];
        HashIndex index = new HashIndex(hashes.length);
        for (int i = 0; i < hashes.length; i++) {
            // Clusters around eight hashes, so that all distances are there.
            hashes[i] = changed(i % 8 * 0x0123456789abcdefL, random.nextInt(12), random);
            index.add(hashes[i]);
        }
        for (int i = 0; i < 300; i++) {
            long hash = changed(hashes[i], random.nextInt(10), random);
            Set<Integer> found = new TreeSet<>();
            index.close(hash, found::add);
            assertThat(found).isEqualTo(close(hashes, hash));
        }
    }

    @Test
    void sevenBitsAreCloseWhereverTheyAreAndEightAreNot() {
        Random random = new Random(2);
        for (int i = 0; i < 1000; i++) {
            HashIndex index = new HashIndex(1);
            index.add(0);
            Set<Integer> found = new TreeSet<>();
            index.close(changed(0, 8, random), found::add);
            assertThat(found).isEmpty();
            index.close(changed(0, 7, random), found::add);
            assertThat(found).containsExactly(0);
        }
    }

    private static Set<Integer> close(long[] hashes, long hash) {
        Set<Integer> close = new TreeSet<>();
        for (int i = 0; i < hashes.length; i++) {
            if (Long.bitCount(hashes[i] ^ hash) <= HashIndex.DISTANCE) {
                close.add(i);
            }
        }
        return close;
    }

    /** With this many of its bits turned over. */
    private static long changed(long hash, int bits, Random random) {
        long mask = 0;
        while (Long.bitCount(mask) < bits) {
            mask |= 1L << random.nextInt(64);
        }
        return hash ^ mask;
    }
}
