package org.emotionstream.paper.keras;

import static org.assertj.core.api.Assertions.assertThat;

import io.jhdf.HdfFile;
import io.jhdf.WritableHdfFile;
import io.jhdf.api.WritableGroup;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.emotionstream.contract.Fuzzing;
import org.junit.jupiter.api.Test;

/** Whatever an {@code .h5} file holds, it is read or refused with a {@link KerasException} in time. */
public class Hdf5FuzzTest {
    private static final Path FILE = Path.of("fuzzed.h5");
    private static final Duration LIMIT = Duration.ofSeconds(60);

    @Test
    void anyBytesAreReadOrRefused() {
        Fuzzing.replay(List.of(small()), 1000, Hdf5FuzzTest::fuzzerTestOneInput);
    }

    /** What Jazzer calls. */
    public static void fuzzerTestOneInput(byte[] bytes) {
        try {
            KerasFile file = Hdf5Reader.read(FILE, bytes, LIMIT);
            if (HeadImport.isHead(file)) {
                new HeadImport(file).read();
            } else {
                new NetworkImport(file, Colour.BGR).read();
            }
        } catch (KerasException refused) {
            assertThat(refused.getMessage()).startsWith(FILE.toString()).doesNotContain("did not end");
        }
    }

    private static byte[] small() {
        try {
            Path path = Files.createTempFile("seed", ".h5");
            try (WritableHdfFile hdf5 = HdfFile.write(path)) {
                hdf5.putAttribute("layer_names", new String[] {"dense"});
                hdf5.putAttribute("model_config", "{\"class_name\": \"Functional\", \"config\": {\"layers\": []}}");
                WritableGroup group = hdf5.putGroup("dense");
                group.putAttribute("weight_names", new String[] {"kernel:0", "bias:0"});
                group.putDataset("kernel:0", new float[9][9]);
                group.putDataset("bias:0", new float[9]);
            }
            return Files.readAllBytes(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Also a file that Keras itself has written. */
    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createTempDirectory("seed");
        byte[] keras = Files.readAllBytes(RecordedModels.unpack(folder, RecordedModels.MIXED));
        Fuzzing.writeSeeds(arguments[0], List.of(small(), keras));
    }
}
