package org.emotionstream.evaluation.measurement;

import java.nio.file.Path;
import org.emotionstream.contract.Releases;
import org.emotionstream.contract.StoredRelease;
import picocli.CommandLine.Option;

/** What every command that measures a release is told: which one, and where releases are. */
public final class ReleaseOptions {
    @Option(names = "--release", paramLabel = "ID", description = "Release to measure. Default: the one that serves.")
    private String release;

    @Option(names = "--releases", paramLabel = "DIR", defaultValue = "models/releases", hidden = true)
    private Path releases;

    /**
     * The release that was named, or the one that serves.
     *
     * @throws org.emotionstream.contract.ReleaseException when there is none, or it is not whole
     */
    public StoredRelease read() {
        return read(release == null ? new Releases(releases).defaultId() : release);
    }

    /**
     * Another release of the same folder.
     *
     * @throws org.emotionstream.contract.ReleaseException when there is none, or it is not whole
     */
    public StoredRelease read(String id) {
        return new Releases(releases).read(id);
    }
}
