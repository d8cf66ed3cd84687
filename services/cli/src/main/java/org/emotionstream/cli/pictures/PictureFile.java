package org.emotionstream.cli.pictures;

import java.nio.file.Path;

/**
 * A file that is to be sent.
 *
 * @param path where it is
 * @param below the same, as seen from the folder that the command line names; the name of a file that it names
 */
public record PictureFile(Path path, Path below) {
    /** A file that was named by itself. */
    public static PictureFile named(Path path) {
        return new PictureFile(path, path.getFileName());
    }

    /** The whole path, for people. */
    public String shown() {
        return FileName.shown(path);
    }
}
