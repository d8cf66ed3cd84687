package org.emotionstream.cli.audit;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.emotionstream.cli.records.RecordPlace;

/** A set of places, one bit each where they lie close together. */
final class PlaceSet {
    private static final int BLOCK_BITS = 16;
    private static final int BLOCK = 1 << BLOCK_BITS;

    private final Map<RecordPlace, BitSet> blocks = new HashMap<>();

    /** Offsets of a partition without a place in the set: from the first to before {@code to}. */
    record Gap(int partition, long from, long to) {}

    /** Whether it was not there yet. */
    boolean add(RecordPlace place) {
        BitSet block = blocks.computeIfAbsent(block(place), any -> new BitSet(BLOCK));
        boolean fresh = !block.get(bit(place));
        block.set(bit(place));
        return fresh;
    }

    boolean contains(RecordPlace place) {
        BitSet block = blocks.get(block(place));
        return block != null && block.get(bit(place));
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

    private static int bit(RecordPlace place) {
        return (int) place.offset() & (BLOCK - 1);
    }
}
