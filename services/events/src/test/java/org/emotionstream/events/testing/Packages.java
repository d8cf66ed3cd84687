package org.emotionstream.events.testing;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The packages of this checkout, which a test starts in processes of their own, as a user would. */
public final class Packages {
    private static final Path BUILD = Path.of(System.getProperty("emotionstream.root"), ".emotionstream", "build");
    private static final List<String> SERVICES = List.of("landmarker", "featurizer", "cnn-worker", "combiner");

    private Packages() {}

    /**
     * The jar that starts this service.
     *
     * @param module for example {@code cnn-worker}
     * @throws AssertionError when the service is not packaged, saying what to do
     */
    public static Path service(String module) {
        return packaged(module, "quarkus-app/quarkus-run.jar");
    }

    /**
     * The class path of the command line.
     *
     * @throws AssertionError when the command line is not packaged, saying what to do
     */
    public static String commandLine() {
        return packaged("cli", "cli.jar") + File.pathSeparator + BUILD.resolve("cli/lib") + "/*";
    }

    /**
     * Checks that all is packaged that a chain of processes consists of.
     *
     * @throws AssertionError when something is not, saying what to do
     */
    public static void requireChain() {
        SERVICES.forEach(Packages::service);
        commandLine();
        packaged("single-process", "single-process.jar");
    }

    private static Path packaged(String module, String file) {
        Path jar = BUILD.resolve(module).resolve(file);
        if (!Files.isReadable(jar)) {
            throw new AssertionError("this test starts " + module + " as it is packaged, and there is no " + jar
                    + ": run ./emotionstream test CLASS, or package first with mvn package -DskipTests");
        }
        return jar;
    }
}
