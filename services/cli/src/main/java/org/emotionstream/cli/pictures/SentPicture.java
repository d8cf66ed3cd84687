package org.emotionstream.cli.pictures;

import java.nio.file.Path;

/**
 * A picture on its way.
 *
 * @param imageId by which its answer will be known
 * @param file that it was read from
 */
public record SentPicture(String imageId, Path file) {
    /** The name of the file, which the record names as its source. */
    public String name() {
        return FileName.shown(file.getFileName());
    }
}
