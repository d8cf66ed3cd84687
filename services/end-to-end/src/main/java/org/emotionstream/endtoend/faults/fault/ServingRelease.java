package org.emotionstream.endtoend.faults.fault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.stream.Stream;
import org.emotionstream.contract.Releases;
import org.emotionstream.endtoend.faults.count.AnswerWatch;
import org.emotionstream.endtoend.faults.processes.Until;

/** The release that a chain is to serve, named by a file of the chain's own. */
public final class ServingRelease {
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Path releases;
    private final Path file;
    private final AnswerWatch watch;
    private final String usual;

    /**
     * Names the default release.
     *
     * @param releases folder of all releases
     * @param file the chain's {@code emotionstream.default-release-file}
     * @param watch of the answers of the chain
     */
    ServingRelease(Path releases, Path file, AnswerWatch watch) {
        this.releases = releases;
        this.file = file;
        this.watch = watch;
        this.usual = new Releases(releases).defaultId();
        name(usual);
    }

    /** The one that serves when nobody has rolled. */
    public String usual() {
        return usual;
    }

    /** One that is not the usual one. */
    public String other() {
        try (Stream<Path> files = Files.list(releases)) {
            return files.filter(Files::isDirectory)
                    .map(folder -> folder.getFileName().toString())
                    .filter(id -> !id.equals(usual))
                    .sorted()
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("there is only one release, nothing to roll to"));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list releases", e);
        }
    }

    /** Names this release, while pictures flow; returns when one is answered with it, the seconds it took. */
    public double roll(String release) throws InterruptedException {
        long start = System.nanoTime();
        name(release);
        Until.met("an answer with release " + release, PATIENCE, () -> watch.lastRelease()
                .equals(release));
        return (System.nanoTime() - start) / 1e9;
    }

    /** As a careful operator: nobody reads half of a file. */
    private void name(String release) {
        try {
            Path next = Files.writeString(file.resolveSibling(file.getFileName() + ".next"), release + "\n");
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot name another release", e);
        }
    }
}
