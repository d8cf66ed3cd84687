package org.emotionstream.cli.audit;

import java.util.ArrayList;
import java.util.List;

/**
 * Rows of numbers, one a picture, found by 16 bytes of hash: about 55 bytes a row, index included, without
 * objects, and without a moment in which all rows are there twice. For one thread.
 */
final class ImageTable {
    /** Columns of whole numbers, 64 bits. */
    enum Wide {
        HASH_HIGH,
        HASH_LOW,
        RAW,
        MESSAGE
    }

    /** Columns of whole numbers, 32 bits. */
    enum Narrow {
        ENTERED,
        ANSWERED,
        BITS
    }

    private static final int WIDE = Wide.values().length;
    private static final int NARROW = Narrow.values().length;
    private static final int CHUNK_BITS = 14;
    private static final int CHUNK = 1 << CHUNK_BITS;
    private static final int FIRST_INDEX = 1 << 16;

    private final List<long[]> wide = new ArrayList<>();
    private final List<int[]> narrow = new ArrayList<>();
    private int[] index = new int[FIRST_INDEX]; // a row and 1, or 0 for none; linear probing
    private int rows;

    int rows() {
        return rows;
    }

    /** The row of this hash, -1 for none. */
    int find(long high, long low) {
        return index[slot(high, low)] - 1;
    }

    /** The row of this hash; a new one is all zeros but for the hash. */
    int findOrAdd(long high, long low) {
        int slot = slot(high, low);
        if (index[slot] != 0) {
            return index[slot] - 1;
        }
        if ((rows & (CHUNK - 1)) == 0) {
            wide.add(new long[CHUNK * WIDE]);
            narrow.add(new int[CHUNK * NARROW]);
        }
        int row = rows++;
        set(row, Wide.HASH_HIGH, high);
        set(row, Wide.HASH_LOW, low);
        index[slot] = rows;
        if (rows > index.length / 4 * 3) {
            grow();
        }
        return row;
    }

    long get(int row, Wide column) {
        return wide.get(row >>> CHUNK_BITS)[(row & (CHUNK - 1)) * WIDE + column.ordinal()];
    }

    void set(int row, Wide column, long value) {
        wide.get(row >>> CHUNK_BITS)[(row & (CHUNK - 1)) * WIDE + column.ordinal()] = value;
    }

    int get(int row, Narrow column) {
        return narrow.get(row >>> CHUNK_BITS)[(row & (CHUNK - 1)) * NARROW + column.ordinal()];
    }

    void set(int row, Narrow column, int value) {
        narrow.get(row >>> CHUNK_BITS)[(row & (CHUNK - 1)) * NARROW + column.ordinal()] = value;
    }

    /** Where this hash is in the index, or would be. */
    private int slot(long high, long low) {
        int slot = (int) low & (index.length - 1);
        while (index[slot] != 0 && !is(index[slot] - 1, high, low)) {
            slot = (slot + 1) & (index.length - 1);
        }
        return slot;
    }

    private boolean is(int row, long high, long low) {
        return get(row, Wide.HASH_LOW) == low && get(row, Wide.HASH_HIGH) == high;
    }

    private void grow() {
        index = new int[Math.multiplyExact(index.length, 2)];
        for (int row = 0; row < rows; row++) {
            index[slot(get(row, Wide.HASH_HIGH), get(row, Wide.HASH_LOW))] = row + 1;
        }
    }
}
