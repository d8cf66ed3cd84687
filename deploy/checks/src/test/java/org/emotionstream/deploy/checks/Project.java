package org.emotionstream.deploy.checks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.emotionstream.events.configuration.Topics;

/**
 * The checkout, as far as manifests name what is in it.
 *
 * @param root of the checkout
 */
record Project(Path root) {
    private static final Pattern TARGET = Pattern.compile("(?m)^FROM \\S+ AS (\\S+)$");
    private static final Pattern PROGRAM = Pattern.compile("(?m)^  ([a-z]+(?:-[a-z]+)*(?: \\| [a-z-]+)*)\\)(?: ;;|)$");
    private static final Pattern SETTING = Pattern.compile("\\$\\{([A-Z_]+):-");
    private static final Pattern COMMAND = Pattern.compile("@Command\\(\\s*name = \"([a-z-]+)\"");

    /** This checkout. */
    static Project here() {
        return new Project(Path.of(System.getProperty("emotionstream.root")));
    }

    /** The topics of the chain, as the manifests have them: without prefix, of the first generation. */
    Topics topics() {
        return new Topics("");
    }

    boolean has(String file) {
        return Files.isReadable(root.resolve(file));
    }

    String text(String file) {
        try {
            return Files.readString(root.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    /** The targets of the Dockerfile, by which images are named. */
    Set<String> images() {
        return all(TARGET, text("docker/Dockerfile"));
    }

    /** What the image runs when it is told so. */
    Set<String> services() {
        return all(PROGRAM, text("docker/start")).stream()
                .flatMap(programs -> Stream.of(programs.split(" \\| ")))
                .collect(Collectors.toSet());
    }

    /** Settings that the image itself reads before Java starts. */
    Set<String> settingsOfStart() {
        return all(SETTING, text("docker/start"));
    }

    /** The commands of the command line. */
    Set<String> commands() {
        try (var files = Files.walk(root.resolve("services/cli/src/main/java"))) {
            return files.filter(file -> file.toString().endsWith("Command.java"))
                    .flatMap(file -> all(COMMAND, text(root.relativize(file).toString())).stream())
                    .collect(Collectors.toSet());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list the commands", e);
        }
    }

    private static Set<String> all(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
