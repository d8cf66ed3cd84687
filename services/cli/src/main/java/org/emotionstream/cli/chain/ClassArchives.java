package org.emotionstream.cli.chain;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.emotionstream.cli.processes.SupervisedProcess;

/**
 * Archives of loaded classes, one a program, which a JVM maps instead of reading and verifying each class: a start takes
 * half the processor time. The first process of a program writes its archive as it stops; the chain puts that in place
 * when the process has ended, if the chain was complete: then it had loaded the classes that it needs. The script
 * {@code emotionstream} deletes all when a jar or the JDK changes. A JVM ignores what does not fit.
 *
 * @param folder of the archives; empty where none are wanted, as in tests
 */
public record ClassArchives(Optional<Path> folder) {
    /** Set by the script: the folder. */
    static final String PROPERTY = "emotionstream.class-archives";

    private static final String WRITE = "-XX:ArchiveClassesAtExit=";

    private static final String NEW = ".new";

    /** Some seconds on idle cores. */
    private static final Duration TO_WRITE = Duration.ofSeconds(40);

    /** Those of this JVM's command line. */
    static ClassArchives current() {
        return new ClassArchives(
                Optional.ofNullable(System.getProperty(PROPERTY)).map(Path::of));
    }

    /** The flags of this program: it uses its archive, or writes it. */
    List<String> flags(String program) {
        return folder.map(wanted -> flags(wanted.resolve(program + ".jsa"))).orElse(List.of());
    }

    private static List<String> flags(Path archive) {
        return Files.isReadable(archive)
                // One that does not fit is no news for people.
                ? List.of("-XX:SharedArchiveFile=" + archive, "-Xlog:cds=off", "-Xlog:cds+dynamic=off")
                : List.of(WRITE + archive + NEW, "-Xlog:cds=off", "-Xlog:cds+dynamic=off");
    }

    /** How long these processes may take to stop: the usual time, or more where one of them writes an archive. */
    static Duration stopPatience(List<SupervisedProcess> stopping, Duration usual) {
        return stopping.stream().anyMatch(process -> written(process).isPresent()) ? TO_WRITE : usual;
    }

    /**
     * Puts the archives in place that these have written.
     *
     * @param stopped processes that were asked to stop and have ended; one that was killed may have written half of its
     */
    static void putInPlace(List<SupervisedProcess> stopped) {
        stopped.stream().flatMap(process -> written(process).stream()).forEach(ClassArchives::putInPlace);
    }

    private static void putInPlace(Path written) {
        String name = written.getFileName().toString();
        try {
            // It ended before it had loaded anything.
            if (Files.exists(written)) {
                Files.move(
                        written,
                        written.resolveSibling(name.substring(0, name.length() - NEW.length())),
                        StandardCopyOption.ATOMIC_MOVE);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot rename " + written, e);
        }
    }

    private static Optional<Path> written(SupervisedProcess process) {
        return process.plan().command().stream()
                .filter(ClassArchives::isWritten)
                .map(flag -> Path.of(flag.substring(WRITE.length())))
                .findFirst();
    }

    /** Whether a process of this command writes an archive, which takes it some seconds as it stops. */
    static boolean isWrittenBy(List<String> command) {
        return command.stream().anyMatch(ClassArchives::isWritten);
    }

    /** Whether this is the flag of a process that writes an archive. */
    public static boolean isWritten(String flag) {
        return flag.startsWith(WRITE);
    }
}
