package org.emotionstream.deploy.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Files that cannot ask the root pom for the version name the version of the root pom. */
class VersionTest {
    private static final Pattern OF_THE_POM =
            Pattern.compile("<artifactId>emotionstream</artifactId>\\s*<version>([^<]+)</version>");
    private static final Pattern NAMED =
            Pattern.compile("(?:emotionstream/(?:services|broker):|image\\.version=\"|newTag: )([\\w.-]+)");

    private final Project project = Project.here();

    @Test
    void everyImageIsNamedByTheVersionOfTheRootPom() throws IOException {
        Matcher version = OF_THE_POM.matcher(project.text("pom.xml"));
        assertThat(version.find()).isTrue();

        assertThat(files()).allSatisfy(file -> assertThat(
                        NAMED.matcher(Files.readString(file)).results().map(found -> found.group(1)))
                .as("%s: the version of the root pom", file)
                .allMatch(version.group(1)::equals));
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Stream.of("README.md", "docs/guides", "docker", "deploy/base", "deploy/overlays")
                .flatMap(this::below)) {
            return files.toList();
        }
    }

    private Stream<Path> below(String place) {
        try (Stream<Path> files = Files.walk(project.root().resolve(place))) {
            return files.filter(Files::isRegularFile).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + place, e);
        }
    }
}
