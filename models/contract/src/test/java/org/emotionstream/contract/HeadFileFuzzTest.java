package org.emotionstream.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whatever {@code head.json} holds, it is a head that answers with probabilities, or it is refused. */
public class HeadFileFuzzTest {
    private static final Path FILE = file();

    @Test
    void anyBytesAreAHeadOrRefused() {
        Fuzzing.replay(seeds(), 1500, HeadFileFuzzTest::fuzzerTestOneInput);
    }

    @Test
    void anyValueInPlaceOfAnyOtherIsReadOrRefused() {
        List<String> values = List.of("null", "0", "-1", "1e999", "\"\"", "\"../../x\"", "[]", "[null]", "{}", "true");
        Fuzzing.replaceEachValue(seeds().get(0), values, HeadFileFuzzTest::fuzzerTestOneInput);
    }

    /** Found by Jazzer: it was a NullPointerException. */
    @Test
    void nothingIsRefused() {
        fuzzerTestOneInput("null;\n".getBytes(StandardCharsets.UTF_8));
    }

    /** What Jazzer calls. */
    public static void fuzzerTestOneInput(byte[] bytes) {
        try {
            Files.write(FILE, bytes);
            new DistributionsToEmotion(HeadFile.read(FILE));
        } catch (ReleaseException refused) {
            assertThat(refused.getMessage()).contains(FILE.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<byte[]> seeds() {
        try {
            Path file = Files.createTempDirectory("seed").resolve(HeadFile.NAME);
            HeadFile.write(file, ReleaseFolder.identityHead());
            byte[] identity = Files.readAllBytes(file);
            HeadFile.write(file, ReleaseFolder.tellingHead());
            return List.of(identity, Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path file() {
        try {
            return Files.createTempDirectory("fuzz").resolve(HeadFile.NAME);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static void main(String[] arguments) {
        Fuzzing.writeSeeds(arguments[0], seeds());
    }
}
