package org.emotionstream.deploy.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.emotionstream.deploy.GeneratedManifests;
import org.junit.jupiter.api.Test;

class GeneratedManifestsTest {
    private final Path root = Project.here().root();

    @Test
    void filesAreWhatThisCodeGenerates() throws IOException {
        new GeneratedManifests(root).contents().forEach((file, content) -> assertThat(root.resolve(file))
                .as("%s: type ./emotionstream manifests, and commit what it writes", file)
                .hasContent(content));
    }

    @Test
    void firstLineOfEachManifestSaysWhoWritesIt() throws IOException {
        var generated = new GeneratedManifests(root).contents().keySet();
        try (Stream<Path> files = Files.walk(root.resolve("deploy"))) {
            files.filter(file -> file.toString().endsWith(".yaml")).forEach(file -> assertThat(file)
                    .content()
                    .startsWith(
                            generated.contains(root.relativize(file)) ? GeneratedManifests.FIRST_LINE + "\n" : "# "));
        }
    }
}
