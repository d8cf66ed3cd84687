package org.emotionstream.endtoend.faults.stream;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/**
 * A stream of records that can be said again at any time: record n is always the same.
 *
 * @param name stands before every image id, with a slash
 * @param pictures that follow each other in turn; their number shares no factor with 100, so that each is
 *     sometimes neither replaced by garbage nor by a duplicate
 */
public record KnownStream(String name, List<byte[]> pictures) {
    private static final int DUPLICATE_EVERY = 20;
    private static final int DUPLICATE_AT = 19;
    private static final int DUPLICATE_OF = 7;
    private static final int GARBAGE_EVERY = 50;
    private static final int GARBAGE_AT = 25;

    public KnownStream {
        pictures = List.copyOf(pictures);
    }

    /** What a record is. */
    public enum Kind {
        PICTURE,
        DUPLICATE,
        GARBAGE
    }

    /**
     * One record.
     *
     * @param kind what it is
     * @param imageId its key
     * @param bytes its value
     */
    public record Item(Kind kind, String imageId, byte[] bytes) {}

    /** Record n of the stream, from 0. */
    public Item item(int n) {
        if (n % DUPLICATE_EVERY == DUPLICATE_AT) {
            Item first = item(n - DUPLICATE_OF);
            return new Item(Kind.DUPLICATE, first.imageId(), first.bytes());
        }
        if (n % GARBAGE_EVERY == GARBAGE_AT) {
            return new Item(Kind.GARBAGE, id(n), ("no picture " + n).getBytes(StandardCharsets.UTF_8));
        }
        return new Item(Kind.PICTURE, id(n), pictures.get(pictureOf(n)));
    }

    /** Which of the pictures record n shows, when it shows one. */
    private int pictureOf(int n) {
        return n % pictures.size();
    }

    /** Which of the pictures this image id stands for. */
    public int pictureOf(String imageId) {
        return pictureOf(number(imageId));
    }

    /** What the record of this image id is. */
    public Kind kindOf(String imageId) {
        return item(number(imageId)).kind();
    }

    /** Whether an image id is of this stream. */
    public boolean has(String imageId) {
        return imageId.startsWith(name + "/");
    }

    private String id(int n) {
        return String.format(Locale.ROOT, "%s/%06d", name, n);
    }

    private int number(String imageId) {
        return Integer.parseInt(imageId.substring(name.length() + 1));
    }

    /** As many records as it takes until each of the pictures was shown at least once. */
    public int wholeRound() {
        return 2 * pictures.size() + DUPLICATE_EVERY;
    }
}
