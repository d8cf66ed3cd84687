package org.emotionstream.endtoend.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.emotionstream.endtoend.faults.count.AnswerWatch;
import org.emotionstream.endtoend.faults.processes.Until;

/** A copy of the releases, whose file {@code DEFAULT} may be changed. */
public final class ReleasesFolder {
    private static final String DEFAULT = "DEFAULT";
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Path folder;
    private final AnswerWatch watch;
    private final String usual;

    private ReleasesFolder(Path folder, AnswerWatch watch, String usual) {
        this.folder = folder;
        this.watch = watch;
        this.usual = usual;
    }

    /** Copies these releases. */
    static Path copied(Path releases, Path folder) {
        try (Stream<Path> files = Files.walk(releases)) {
            for (Path file : files.toList()) {
                Path copy = folder.resolve(releases.relativize(file));
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
                }
            }
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot copy the releases", e);
        }
    }

    /** A folder that a chain reads, whose answers are watched. */
    static ReleasesFolder of(Path folder, AnswerWatch watch) {
        try {
            return new ReleasesFolder(
                    folder, watch, Files.readString(folder.resolve(DEFAULT)).strip());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read which release is the default", e);
        }
    }

    /** The one that serves when nobody has rolled. */
    public String usual() {
        return usual;
    }

    /** One that is not the usual one. */
    public String other() {
        try (Stream<Path> files = Files.list(folder)) {
            List<String> others = files.filter(Files::isDirectory)
                    .map(file -> file.getFileName().toString())
                    .filter(id -> !id.equals(usual))
                    .sorted()
                    .toList();
            if (others.isEmpty()) {
                throw new IllegalStateException("there is only one release, nothing to roll to");
            }
            return others.get(0);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list releases", e);
        }
    }

    /** Makes this release the default, while pictures flow; returns when one is answered with it, the seconds it took. */
    public double roll(String release) throws InterruptedException {
        long start = System.nanoTime();
        try {
            // As a careful operator: nobody reads half of a file.
            Path next = folder.resolve(DEFAULT + ".next");
            Files.writeString(next, release + "\n");
            Files.move(next, folder.resolve(DEFAULT), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot name another release", e);
        }
        Until.met("an answer with release " + release, PATIENCE, () -> watch.lastRelease()
                .equals(release));
        return (System.nanoTime() - start) / 1e9;
    }
}
