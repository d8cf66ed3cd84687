package org.emotionstream.cli.audit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.emotionstream.cli.records.RecordPlace;

/** A set of places, one bit each where they lie close together. */
final class PlaceSet {
    private static final int BLOCK_BITS = 16;
    private static final int WORDS = 1 << (BLOCK_BITS - 6);

    private final Map<RecordPlace, long[]> blocks = new HashMap<>();

    /** Offsets of a partition without a place in the set: from the first to before {@code to}. */
    record Gap(int partition, long from, long to) {}

    /** Whether it was not there yet. */
    boolean add(RecordPlace place) {
        long[] block = blocks.computeIfAbsent(block(place), any -> new long[WORDS]);
        long bit = 1L << place.offset();
        int word = word(place);
        boolean fresh = (block[word] & bit) == 0;
        block[word] |= bit;
        return fresh;
    }

    boolean contains(RecordPlace place) {
        long[] block = blocks.get(block(place));
        return block != null && (block[word(place)] & (1L << place.offset())) != 0;
    }

    /** The gaps of this partition between these offsets, in order. */
    List<Gap> gaps(int partition, long from, long to) {
        List<Gap> gaps = new ArrayList<>();
        long start = -1;
        for (long offset = from; offset < to; offset++) {
            boolean there = contains(new RecordPlace(partition, offset));
            if (!there && start < 0) {
                start = offset;
            } else if (there && start >= 0) {
                gaps.add(new Gap(partition, start, offset));
                start = -1;
            }
        }
        if (start >= 0) {
            gaps.add(new Gap(partition, start, to));
        }
        return gaps;
    }

    private static RecordPlace block(RecordPlace place) {
        return new RecordPlace(place.partition(), place.offset() >>> BLOCK_BITS);
    }

    private static int word(RecordPlace place) {
        return (int) (place.offset() >>> 6) & (WORDS - 1);
    }
}
