package org.emotionstream.endtoend.faults.stream;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.emotionstream.events.wire.ImageIdentity;

/** A stream of records that can be said again at any time: record n is always the same. */
public class KnownStream {
    private static final int DUPLICATE_EVERY = 20;
    private static final int DUPLICATE_AT = 19;
    private static final int DUPLICATE_OF = 7;
    private static final int GARBAGE_EVERY = 50;
    private static final int GARBAGE_AT = 25;

    private final String name;
    private final List<byte[]> pictures;
    private final List<byte[]> garbage;

    /**
     * A stream with one word as its garbage.
     *
     * @param name stands before every image id, with a slash
     * @param pictures that follow each other in turn; their number shares no factor with 100, so that each is
     *     sometimes neither replaced by garbage nor by a duplicate
     */
    public KnownStream(String name, List<byte[]> pictures) {
        this(name, pictures, List.of("no picture".getBytes(StandardCharsets.UTF_8)));
    }

    /**
     * A stream with this garbage.
     *
     * @param name stands before every image id, with a slash
     * @param pictures as above
     * @param garbage that follows each other in turn, each at least once in {@code 50 * garbage.size()} records
     */
    public KnownStream(String name, List<byte[]> pictures, List<byte[]> garbage) {
        this.name = name;
        this.pictures = List.copyOf(pictures);
        this.garbage = List.copyOf(garbage);
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

    /** The picture of these bytes under this id; the digest is computed here, not by the code that is tested. */
    public static ImageIdentity identity(String imageId, byte[] bytes) {
        try {
            byte[] sha256 = MessageDigest.getInstance("SHA-256").digest(bytes);
            return new ImageIdentity(
                    imageId, HexFormat.of().formatHex(Arrays.copyOf(sha256, ImageIdentity.DIGEST_BYTES)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** Record n of the stream, from 0. */
    public Item item(int n) {
        if (n % DUPLICATE_EVERY == DUPLICATE_AT) {
            Item first = item(n - DUPLICATE_OF);
            return new Item(Kind.DUPLICATE, first.imageId(), first.bytes());
        }
        if (n % GARBAGE_EVERY == GARBAGE_AT) {
            return new Item(Kind.GARBAGE, id(n), garbage.get(n / GARBAGE_EVERY % garbage.size()));
        }
        return picture(n);
    }

    /** Record n, which shows a picture. */
    Item picture(int n) {
        return new Item(Kind.PICTURE, id(n), pictures.get(pictureOf(n)));
    }

    /** The pictures that follow each other. */
    public List<byte[]> pictures() {
        return pictures;
    }

    /** Which of the pictures record n shows, when it shows one. */
    private int pictureOf(int n) {
        return n % pictures.size();
    }

    /** Which of the pictures this identity stands for. */
    public int pictureOf(ImageIdentity identity) {
        return pictureOf(number(identity));
    }

    /** What the record of this identity is. */
    public Kind kindOf(ImageIdentity identity) {
        return item(number(identity)).kind();
    }

    /** Whether an image id is of this stream. */
    public boolean has(String imageId) {
        return imageId.startsWith(name + "/");
    }

    private String id(int n) {
        return String.format(Locale.ROOT, "%s/%06d", name, n);
    }

    /** The first record of this identity. */
    int number(ImageIdentity identity) {
        return Integer.parseInt(identity.imageId().substring(name.length() + 1));
    }

    /** As many records as it takes until each of the pictures was shown at least once. */
    public int wholeRound() {
        return 2 * pictures.size() + DUPLICATE_EVERY;
    }
}
