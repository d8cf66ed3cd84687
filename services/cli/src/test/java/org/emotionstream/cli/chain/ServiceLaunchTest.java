package org.emotionstream.cli.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.emotionstream.cli.checkout.Checkout;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServiceLaunchTest {
    @TempDir
    Path root;

    @Test
    void whatQuarkusGeneratedComesBeforeOurClassesAndTheseBeforeLibrariesInTheOrderOfTheirNames() throws IOException {
        Path app = app();
        for (String jar : List.of(
                "lib/main/b.jar", "lib/main/a.jar", "lib/boot/c.jar", "app/cnn-worker.jar", "quarkus/generated.jar")) {
            Files.createDirectories(app.resolve(jar).getParent());
            Files.writeString(app.resolve(jar), "");
        }
        Files.writeString(app.resolve("quarkus/quarkus-application.dat"), "");

        List<String> words = launch().byClassPath("cnn-worker");

        assertThat(words.get(words.indexOf("-cp") + 1).split(":"))
                .extracting(entry -> app.relativize(Path.of(entry)).toString())
                .containsExactly(
                        "quarkus/generated.jar",
                        "app/cnn-worker.jar",
                        "lib/boot/c.jar",
                        "lib/main/a.jar",
                        "lib/main/b.jar");
        assertThat(words).endsWith("org.emotionstream.cnnworker.CnnWorkerMain");
        assertThat(ServiceLaunch.begin(words)).isEqualTo(words.indexOf("-cp"));
    }

    @Test
    void aPackageIsStartedByItsJar() {
        assertThat(launch().byPackage("combiner"))
                .containsExactly(
                        "-jar",
                        root.resolve(".emotionstream/build/combiner/quarkus-app/quarkus-run.jar")
                                .toString());
    }

    @Test
    void aCheckoutThatIsNotBuiltIsNamed() {
        assertThatThrownBy(() -> launch().byClassPath("combiner"))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("is this checkout built?");
    }

    private Path app() {
        return root.resolve(".emotionstream/build/cnn-worker/quarkus-app");
    }

    private ServiceLaunch launch() {
        return new ServiceLaunch(new Checkout(root, root.resolve(".emotionstream")));
    }
}
