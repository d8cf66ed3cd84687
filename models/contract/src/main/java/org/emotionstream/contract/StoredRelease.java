package org.emotionstream.contract;

import java.nio.file.Path;

/**
 * A release and the folder that it was read from.
 *
 * @param folder holds {@code release.json} and the files that it lists
 * @param release what {@code release.json} says
 */
public record StoredRelease(Path folder, Release release) {
    /** The file with this network, in ONNX. */
    public Path network(String name) {
        return folder.resolve(release.network(name).file());
    }

    /** The file with scaler and projection. */
    public Path features() {
        return folder.resolve(release.features().file());
    }

    /** The file with the head, which {@link HeadFile} reads. */
    public Path head() {
        return folder.resolve(release.head().file());
    }
}
