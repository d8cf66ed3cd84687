package org.emotionstream.events.releases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.emotionstream.contract.ReleaseException;
import org.emotionstream.events.configuration.ChainConfiguration;
import org.emotionstream.events.configuration.Settings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where the release that serves is named. */
class DefaultReleaseFileTest {
    @TempDir
    Path folder;

    @BeforeEach
    void nameInTheFolder() throws IOException {
        Files.writeString(folder.resolve("DEFAULT"), "in-the-folder\n");
    }

    @Test
    void withoutOneTheFolderNamesIt() {
        assertThat(named(Map.of()).get()).isEqualTo("in-the-folder");
    }

    @Test
    void aFileElsewhereCountsInsteadAndIsReadAnew() throws IOException {
        // As Kubernetes mounts a ConfigMap: a link to a folder, which is replaced as a whole.
        Path links = Files.createDirectory(folder.resolve("mounted"));
        Files.createSymbolicLink(links.resolve("..data"), version("1", "first"));
        Files.createSymbolicLink(links.resolve("DEFAULT"), Path.of("..data", "DEFAULT"));
        Supplier<String> named = named(Map.of(
                "emotionstream.default-release-file", links.resolve("DEFAULT").toString()));
        assertThat(named.get()).isEqualTo("first");

        Files.delete(links.resolve("..data"));
        Files.createSymbolicLink(links.resolve("..data"), version("2", "second"));

        assertThat(named.get()).isEqualTo("second");
    }

    @Test
    void aFileThatIsNotThereIsNamed() {
        Path missing = folder.resolve("missing");

        assertThatThrownBy(named(Map.of("emotionstream.default-release-file", missing.toString()))::get)
                .isInstanceOf(ReleaseException.class)
                .hasMessageContaining(missing.toString());
    }

    @Test
    void whatTheWholeChainIsToldCountsMost() {
        assertThat(named(Map.of("emotionstream.release", "told", "emotionstream.default-release-file", "nowhere"))
                        .get())
                .isEqualTo("told");
    }

    private Path version(String name, String id) throws IOException {
        Path version = Files.createDirectory(folder.resolve(name));
        Files.writeString(version.resolve("DEFAULT"), id + "\n");
        return version;
    }

    private Supplier<String> named(Map<String, String> settings) {
        Map<String, String> all = new HashMap<>(settings);
        all.put("emotionstream.releases", folder.toString());
        return ReleaseRoll.named(Settings.read(ChainConfiguration.class, all));
    }
}
