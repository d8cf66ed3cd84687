package org.emotionstream.cli.options;

import java.util.Optional;
import org.emotionstream.cli.terminal.CommandException;
import picocli.CommandLine.Option;

/** The option {@code --smallest-face} of the commands that start a landmarker. */
public final class SmallestFaceOption {
    /** Below this, dlib's detector would have to see more than twice the pixels that the picture has. */
    public static final int LEAST = 40;

    @Option(
            names = "--smallest-face",
            paramLabel = "PIXELS",
            description =
                    "Smallest face that is looked for, in pixels of the picture, 40 or more (default: 40 for demo, 80"
                            + " otherwise; each doubling takes a quarter of the time). In a picture of more than 20"
                            + " megapixels, or 5 for 40, it is larger, and the answer says how large.")
    private Integer pixels;

    /** What was asked for, in pixels; empty where nothing was. */
    public Optional<Integer> given() {
        return Optional.ofNullable(pixels);
    }

    /**
     * What was asked for, in pixels, or this.
     *
     * @throws CommandException when it is less than can be found
     */
    public int orElse(int usual) {
        int smallest = pixels == null ? usual : pixels;
        CommandException.check(
                smallest >= LEAST, "--smallest-face: expected " + LEAST + " pixels or more, found " + smallest);
        return smallest;
    }
}
