package org.emotionstream.dlib;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * The twelve photographs that come with Debian's dlib package; none is kept in this repository. Where the
 * documentation was excluded from the installation, the package is downloaded and unpacked into the build
 * directory; where that cannot be, the test that asks for them is skipped, and says so.
 */
public final class DlibPhotographs {
    private static final String PACKAGE = "libdlib19.1";

    private DlibPhotographs() {}

    /** The JPEG files in the order of their names. */
    public static List<Path> files() {
        List<Path> files = installed();
        if (files.isEmpty()) {
            files = downloaded();
        }
        Assumptions.assumeFalse(
                files.isEmpty(), "the photographs of the Debian package " + PACKAGE + " are not to be had here");
        return files;
    }

    /** The one of this name, for example {@code bald_guys.jpg}. */
    public static Path file(String name) {
        return files().stream()
                .filter(file -> file.getFileName().toString().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(name + " is none of " + files()));
    }

    private static List<Path> installed() {
        return run(Path.of("."), "dpkg", "-L", PACKAGE)
                .lines()
                .filter(line -> line.contains("/examples/faces/") && line.endsWith(".jpg"))
                .map(Path::of)
                .filter(Files::isReadable)
                .sorted()
                .toList();
    }

    private static List<Path> downloaded() {
        Path folder = Path.of(System.getProperty("java.io.tmpdir"), "dlib-photographs");
        try {
            if (!Files.isDirectory(folder)) {
                Files.createDirectories(folder);
                run(folder, "apt-get", "download", PACKAGE);
                run(folder, "sh", "-c", "dpkg-deb -x *.deb .");
            }
            try (Stream<Path> all = Files.walk(folder)) {
                return all.filter(file -> file.toString().endsWith(".jpg"))
                        .sorted()
                        .toList();
            }
        } catch (IOException e) {
            return List.of();
        }
    }

    /** What a program prints; nothing when there is no such program. */
    private static String run(Path folder, String... command) {
        try {
            Process process = new ProcessBuilder(new ArrayList<>(List.of(command)))
                    .directory(folder.toFile())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            process.waitFor();
            return output;
        } catch (IOException e) {
            return "";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "";
        }
    }
}
