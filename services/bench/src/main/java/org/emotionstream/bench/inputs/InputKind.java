package org.emotionstream.bench.inputs;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;

/** A kind of pictures that a chain is measured with. */
public enum InputKind {
    /** Face tiles, 100 x 100 pixels, as a chain gets them from cameras that find faces themselves. */
    TILES(80, 2_000),
    /** Frames of 640 x 480 pixels, with a few faces each. */
    FRAMES(80, 400),
    /** Frames of 1920 x 1080 pixels. */
    FRAMES_1080(80, 60),
    /** dlib's twelve example photographs as they are. */
    PHOTOGRAPHS(80, 60),
    /** The same, searched for faces of half the size: four times the pixels. */
    PHOTOGRAPHS_40(40, 24);

    private final int smallestFace;
    private final int backlog;

    InputKind(int smallestFace, int backlog) {
        this.smallestFace = smallestFace;
        this.backlog = backlog;
    }

    /**
     * The kind of this name.
     *
     * @throws IllegalArgumentException when there is none
     */
    public static InputKind of(String label) {
        return Stream.of(values())
                .filter(kind -> kind.label().equals(label))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException("\"" + label + "\" is none of " + Arrays.toString(values())));
    }

    /** The name on the command line, for example {@code frames-1080}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The smallest face that is looked for, in pixels of the picture. */
    public int smallestFace() {
        return smallestFace;
    }

    /** How many pictures are kept unanswered to keep every stage busy: those of about ten seconds. */
    public int backlog() {
        return backlog;
    }

    /** The folder of its pictures among all inputs; photographs have one, whatever face is looked for. */
    String folder() {
        return this == PHOTOGRAPHS_40 ? PHOTOGRAPHS.label() : label();
    }

    @Override
    public String toString() {
        return label();
    }
}
