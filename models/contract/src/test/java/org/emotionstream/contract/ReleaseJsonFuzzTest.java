package org.emotionstream.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whatever {@code release.json} holds, it is a release or a {@link ReleaseException} that names the file. */
public class ReleaseJsonFuzzTest {
    private static final Path FOLDER = folder();

    @Test
    void anyBytesAreAReleaseOrRefused() {
        Fuzzing.replay(seeds(), 3000, ReleaseJsonFuzzTest::fuzzerTestOneInput);
    }

    @Test
    void anyValueInPlaceOfAnyOtherIsReadOrRefused() {
        List<String> values = List.of("null", "0", "-1", "1e999", "\"\"", "\"../../x\"", "[]", "[null]", "{}", "true");
        Fuzzing.replaceEachValue(seeds().get(0), values, ReleaseJsonFuzzTest::fuzzerTestOneInput);
    }

    /** What Jazzer calls. */
    public static void fuzzerTestOneInput(byte[] bytes) {
        try {
            Files.write(FOLDER.resolve(ReleaseReader.FILE), bytes);
            StoredRelease stored = ReleaseReader.read(FOLDER);
            for (String network : NetworkSubsets.NETWORKS) {
                assertThat(stored.network(network).normalize()).startsWith(FOLDER);
            }
        } catch (ReleaseException refused) {
            assertThat(refused.getMessage()).contains(FOLDER.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<byte[]> seeds() {
        try {
            Path folder = Files.createTempDirectory("seed");
            return List.of(Files.readAllBytes(ReleaseFolder.write(folder, "one").resolve(ReleaseReader.FILE)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where the other files of the release are whole. */
    private static Path folder() {
        try {
            return ReleaseFolder.write(Files.createTempDirectory("fuzz"), "one");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static void main(String[] arguments) {
        Fuzzing.writeSeeds(arguments[0], seeds());
    }
}
