package org.emotionstream.cli.chain;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.emotionstream.cli.checkout.Checkout;

/**
 * Archives of loaded classes, one a program, which a JVM maps instead of reading and verifying each class: a start takes
 * half the processor time. The first process of a program writes its archive as it stops; the script {@code emotionstream}
 * puts that in place before the next start, and deletes all when a jar or the JDK changes. A JVM ignores what does not fit.
 *
 * @param folder of the archives; empty where none are wanted, as in tests
 */
public record ClassArchives(Optional<Path> folder) {
    /** Set by the script: the folder. */
    static final String PROPERTY = "emotionstream.class-archives";

    private static final String WRITE = "-XX:ArchiveClassesAtExit=";

    /** How long processes take at most that write archives as they stop: some seconds on idle cores. */
    static final Duration TO_WRITE = Duration.ofSeconds(40);

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
                : List.of(WRITE + archive + ".new", "-Xlog:cds=off", "-Xlog:cds+dynamic=off");
    }

    /** Whether a process of this command writes an archive, which takes it some seconds as it stops. */
    static boolean isWrittenBy(List<String> command) {
        return command.stream().anyMatch(ClassArchives::isWritten);
    }

    /** Whether this is the flag of a process that writes an archive. */
    public static boolean isWritten(String flag) {
        return flag.startsWith(WRITE);
    }

    /** What runs now has loaded the classes that it needs: what is written from now on may be put in place. */
    public static void complete() {
        current().folder().filter(Files::isDirectory).ifPresent(folder -> Checkout.mark(folder.resolve("complete")));
    }
}
