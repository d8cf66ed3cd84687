package org.emotionstream.cli.chain;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.emotionstream.cli.checkout.Checkout;

/**
 * The words of a command that come after the flags and settings of a service: what it starts.
 *
 * @param checkout whose packages are started
 */
record ServiceLaunch(Checkout checkout) {
    /** As Quarkus starts its package; its class loader finds classes quickly, but an archive cannot hold them. */
    List<String> byPackage(String module) {
        return List.of("-jar", app(module).resolve("quarkus-run.jar").toString());
    }

    /** The same classes on a flat class path, so that an archive can hold them. */
    List<String> byClassPath(String module) {
        Path app = app(module);
        String classPath = Stream.of("quarkus", "app", "lib/boot", "lib/main")
                .flatMap(folder -> jars(app.resolve(folder)).stream())
                .map(Path::toString)
                .collect(Collectors.joining(File.pathSeparator));
        return List.of("-Djava.util.logging.manager=org.jboss.logmanager.LogManager", "-cp", classPath, main(module));
    }

    /** All services in one process. */
    List<String> inOneProcess() {
        Path built = checkout.built("single-process");
        return List.of(
                // What jboss-logging finds of itself is Log4j, which comes with the broker's jars.
                "-Dorg.jboss.logging.provider=jdk",
                "-cp",
                Stream.concat(Stream.of(built.resolve("single-process.jar")), jars(built.resolve("lib")).stream())
                        .map(Path::toString)
                        .collect(Collectors.joining(File.pathSeparator)),
                "org.emotionstream.singleprocess.ServicesMain");
    }

    /** Where these words begin in a command. */
    static int begin(List<String> command) {
        return Math.max(command.indexOf("-jar"), command.indexOf("-cp"));
    }

    private Path app(String module) {
        return checkout.built(module).resolve("quarkus-app");
    }

    /** For example {@code org.emotionstream.cnnworker.CnnWorkerMain}. */
    private static String main(String module) {
        String name = Stream.of(module.split("-"))
                .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
                .collect(Collectors.joining());
        return "org.emotionstream." + module.replace("-", "") + "." + name + "Main";
    }

    /** In the order of their names, the same for the archive and for what uses it. */
    private static List<Path> jars(Path folder) {
        List<Path> jars = new ArrayList<>();
        try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, "*.jar")) {
            found.forEach(jars::add);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot look into " + folder + ": is this checkout built?", e);
        }
        jars.sort(null);
        return jars;
    }
}
