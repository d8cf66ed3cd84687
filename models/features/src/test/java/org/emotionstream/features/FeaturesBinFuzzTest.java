package org.emotionstream.features;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.emotionstream.contract.FeatureVector;
import org.emotionstream.contract.Fuzzing;
import org.emotionstream.contract.ReleaseException;
import org.junit.jupiter.api.Test;

/** Whatever {@code features.bin} holds, it is a scaler and a projection of finite numbers, or it is refused. */
public class FeaturesBinFuzzTest {
    private static final int NUMBERS = (2 + FeatureVector.COMPONENTS) * FeatureLayout.COUNT;
    private static final Path FILE = file();

    @Test
    void anyBytesAreNumbersOrRefused() {
        byte[] seed = seed();
        Random random = new Random(4);
        for (int i = 0; i < 300; i++) {
            fuzzerTestOneInput(Fuzzing.mutated(seed, random));
            fuzzerTestOneInput(Arrays.copyOf(seed, random.nextInt(seed.length)));
        }
    }

    /** What Jazzer calls. */
    public static void fuzzerTestOneInput(byte[] bytes) {
        try {
            Files.write(FILE, bytes);
            double[] scales = FeatureProjection.read(FILE).scale();
            assertThat(Arrays.stream(scales).allMatch(scale -> scale > 0 && Double.isFinite(scale)))
                    .isTrue();
        } catch (ReleaseException refused) {
            assertThat(refused.getMessage()).contains(FILE.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] seed() {
        ByteBuffer bytes = ByteBuffer.allocate(NUMBERS * Double.BYTES);
        while (bytes.hasRemaining()) {
            bytes.putDouble(1);
        }
        return bytes.array();
    }

    private static Path file() {
        try {
            return Files.createTempFile("fuzz", ".bin");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static void main(String[] arguments) {
        Fuzzing.writeSeeds(arguments[0], List.of(seed()));
    }
}
