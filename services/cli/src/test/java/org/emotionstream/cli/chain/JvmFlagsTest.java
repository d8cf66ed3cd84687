package org.emotionstream.cli.chain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.emotionstream.cli.checkout.Checkout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JvmFlagsTest {
    private static final Path ROOT = Path.of(System.getProperty("emotionstream.root"));

    @ParameterizedTest
    @ValueSource(strings = {"broker", "landmarker", "featurizer", "cnn-worker", "combiner", "services"})
    void theFilesThatAProgramIsStartedWithAreThereAndBoundItsHeap(String program) throws IOException {
        Path local = ROOT.resolve(".emotionstream");
        List<Path> files = JvmFlags.of(program, ChainFolders.in(local), new Checkout(ROOT, local)).stream()
                .filter(word -> word.startsWith("@"))
                .map(word -> Path.of(word.substring(1)))
                .toList();

        assertThat(files).hasSize(2).allMatch(Files::isReadable);
        assertThat(flags(files.get(0))).contains("-XX:+UseSerialGC", "-XX:+ExitOnOutOfMemoryError");
        assertThat(flags(files.get(1))).anyMatch(flag -> flag.startsWith("-Xmx"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"broker", "landmarker", "featurizer", "cnn-worker", "combiner"})
    void theImageStartsAProgramWithTheSameFiles(String program) throws IOException {
        assertThat(Files.readString(ROOT.resolve("docker/start")))
                .contains("\"@$home/jvm/all\"", "\"@$home/jvm/$module\"", program);
        assertThat(Files.readString(ROOT.resolve("docker/Dockerfile")))
                .contains("COPY services/jvm /opt/emotionstream/jvm");
    }

    /** Without comments; whatever is left is a flag. */
    private static List<String> flags(Path file) throws IOException {
        List<String> flags = Files.readAllLines(file).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList();
        assertThat(flags).allMatch(flag -> flag.startsWith("-"));
        return flags;
    }
}
