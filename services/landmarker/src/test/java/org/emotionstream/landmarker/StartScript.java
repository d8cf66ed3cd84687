package org.emotionstream.landmarker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;

/**
 * The start script of the image, as it is but for the two folders that an image has, with a program of the tests in the
 * place of the landmarker.
 */
final class StartScript {
    private final Path folder;

    private StartScript(Path folder) {
        this.folder = folder;
    }

    /** Lays this folder out as the image is. */
    static StartScript in(Path folder, Class<?> program) throws IOException {
        Path services = Files.createDirectories(folder.resolve("home/services/landmarker"));
        Files.createDirectories(folder.resolve("home/native"));
        Files.createDirectories(folder.resolve("state"));
        Files.createSymbolicLink(folder.resolve("home/jre"), Path.of(System.getProperty("java.home")));
        Files.createSymbolicLink(folder.resolve("home/jvm"), checkout().resolve("services/jvm"));
        String script = Files.readString(checkout().resolve("docker/start"));
        for (String[] line : new String[][] {
            {"home=/opt/emotionstream", "home='" + folder.resolve("home") + "'"},
            {"state=/var/lib/emotionstream", "state='" + folder.resolve("state") + "'"}
        }) {
            if (!script.contains("\n" + line[0] + "\n")) {
                throw new IllegalStateException("docker/start has no line " + line[0]);
            }
            script = script.replace("\n" + line[0] + "\n", "\n" + line[1] + "\n");
        }
        Files.writeString(folder.resolve("start"), script);
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, program.getName());
        manifest.getMainAttributes()
                .put(
                        Attributes.Name.CLASS_PATH,
                        Arrays.stream(System.getProperty("java.class.path").split(":"))
                                .map(entry -> Path.of(entry).toUri().toString())
                                .collect(Collectors.joining(" ")));
        new JarOutputStream(Files.newOutputStream(services.resolve("quarkus-run.jar")), manifest).close();
        return new StartScript(folder);
    }

    /** Starts the landmarker with these settings in the environment, and this argument. */
    ProcessBuilder landmarker(Map<String, String> settings, Path argument) {
        ProcessBuilder builder =
                new ProcessBuilder("bash", folder.resolve("start").toString(), "landmarker", argument.toString());
        settings.forEach((name, value) ->
                builder.environment().put(name.replaceAll("[.-]", "_").toUpperCase(Locale.ROOT), value));
        return builder;
    }

    private static Path checkout() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("docker/start"))) {
            folder = folder.getParent();
        }
        return folder;
    }
}
