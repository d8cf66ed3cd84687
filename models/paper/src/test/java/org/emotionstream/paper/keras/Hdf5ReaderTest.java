package org.emotionstream.paper.keras;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.jhdf.HdfFile;
import io.jhdf.WritableHdfFile;
import io.jhdf.api.WritableGroup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files as they are meant, as they are not, and damaged ones. */
class Hdf5ReaderTest {
    private static final Duration SOON = Duration.ofMinutes(2);

    @TempDir
    Path folder;

    @Test
    void readsWhatSaveWeightsWrites() {
        KerasFile file = written(hdf5 -> {
            hdf5.putAttribute("layer_names", new String[] {"input_1", "dense"});
            hdf5.putGroup("input_1");
            dense(hdf5, new float[][] {{1, 2, 3}, {4, 5, 6}});
        });
        assertThat(file.config()).isEmpty();
        assertThat(file.layers()).hasSize(1);
        KerasTensor kernel = file.layer("dense").tensors().get(0);
        assertThat(kernel.path()).isEqualTo("/dense/kernel:0");
        assertThat(kernel.shape()).isEqualTo(List.of(2, 3));
        assertThat(kernel.values()).containsExactly(1, 2, 3, 4, 5, 6);
    }

    @Test
    void readsListsOfNamesThatAreCutIntoParts() {
        KerasFile file = written(hdf5 -> {
            hdf5.putAttribute("layer_names0", new String[] {"input_1"});
            hdf5.putAttribute("layer_names1", new String[] {"dense"});
            hdf5.putGroup("input_1");
            dense(hdf5, new float[][] {{1}});
        });
        assertThat(file.layers().get(0).name()).isEqualTo("dense");
    }

    @Test
    void readsNumbersOf64Bits() {
        KerasFile file = written(hdf5 -> {
            hdf5.putAttribute("layer_names", new String[] {"dense"});
            dense(hdf5, new double[][] {{0.5, -2}});
        });
        assertThat(file.layers().get(0).tensors().get(0).values()).containsExactly(0.5f, -2);
    }

    @Test
    void saysWhatIsWrongInAFileOfHdf5() {
        assertWrittenRefused("HDF5, but not of Keras: expected an attribute layer_names", hdf5 -> hdf5.putGroup("a"));
        assertWrittenRefused("no layer in it has weights", hdf5 -> {
            hdf5.putAttribute("layer_names", new String[] {"a"});
            hdf5.putGroup("a");
        });
        assertWrittenRefused("/dense/kernel:0: expected finite numbers, found number 1 of 2 to be NaN", hdf5 -> {
            hdf5.putAttribute("layer_names", new String[] {"dense"});
            dense(hdf5, new float[][] {{1, Float.NaN}});
        });
        assertWrittenRefused("/dense/kernel:0: expected 32-bit or 64-bit floats, found int", hdf5 -> {
            hdf5.putAttribute("layer_names", new String[] {"dense"});
            dense(hdf5, new int[][] {{1, 2}});
        });
        assertWrittenRefused(
                "attribute layer_names of /: expected a list of names, found int",
                hdf5 -> hdf5.putAttribute("layer_names", new int[] {1, 2}));
        assertWrittenRefused("attribute model_config: expected JSON", hdf5 -> {
            hdf5.putAttribute("model_config", "{\"class_name\": ");
            hdf5.putAttribute("layer_names", new String[] {"dense"});
            dense(hdf5, new float[][] {{1}});
        });
        assertWrittenRefused("/dense/kernel:0: expected a data set, found nothing", hdf5 -> {
            hdf5.putAttribute("layer_names", new String[] {"dense"});
            hdf5.putGroup("dense").putAttribute("weight_names", new String[] {"kernel:0"});
        });
        assertWrittenRefused(
                "layer gone: expected a group /gone with its weights, found nothing",
                hdf5 -> hdf5.putAttribute("layer_names", new String[] {"gone"}));
    }

    @Test
    void saysWhatAFileIsThatIsNoHdf5() throws IOException {
        assertRefused(
                Files.write(folder.resolve("empty.h5"), new byte[0]),
                "expected HDF5, which begins with" + " 894844460d0a1a0a, found an empty file");
        assertRefused(Files.writeString(folder.resolve("text.h5"), "weights"), "found 77656967687473");
        assertRefused(
                Files.write(folder.resolve("m.keras"), new byte[] {'P', 'K', 3, 4, 0}),
                "found a zip archive, as" + " Keras 3 writes");
        assertRefused(Files.createDirectory(folder.resolve("saved")), "found a folder, as TensorFlow's SavedModel is");
        assertThatThrownBy(() -> Hdf5Reader.read(folder.resolve("nowhere.h5")))
                .hasMessageStartingWith("cannot read " + folder.resolve("nowhere.h5"));
    }

    @Test
    void aTruncatedFileIsRefusedWhereverItEnds() throws IOException {
        byte[] whole = Files.readAllBytes(RecordedModels.unpack(folder, RecordedModels.MIXED));
        for (int length = 0; length < whole.length; length += 97) {
            Path file = Files.write(folder.resolve("cut.h5"), Arrays.copyOf(whole, length));
            assertThatThrownBy(() -> Hdf5Reader.read(file))
                    .as("%d bytes", length)
                    .isInstanceOf(KerasException.class)
                    .hasMessageStartingWith(file + ": ");
        }
        Path file = Files.write(folder.resolve("cut.h5"), Arrays.copyOf(whole, whole.length - 1));
        assertRefused(
                file, "truncated or damaged: its header says " + whole.length + " bytes, found " + (whole.length - 1));
    }

    @Test
    void aDamagedFileIsReadOrRefusedButNeverEndless() throws IOException {
        byte[] whole = Files.readAllBytes(RecordedModels.unpack(folder, RecordedModels.MIXED));
        Random random = new Random(8);
        for (int i = 0; i < 300; i++) {
            byte[] damaged = whole.clone();
            // Half of the damage in the first kilobytes, where the structure stands.
            for (int flip = 0; flip < 3; flip++) {
                damaged[random.nextInt(i % 2 == 0 ? 4096 : damaged.length)] ^= (byte) (1 << random.nextInt(8));
            }
            Path file = Files.write(folder.resolve("damaged.h5"), damaged);
            assertTimeoutPreemptively(SOON, () -> readOrRefused(file));
        }
    }

    private static void readOrRefused(Path file) {
        try {
            KerasFile read = Hdf5Reader.read(file);
            new HeadImport(read).read();
        } catch (KerasException refused) {
            assertThat(refused).hasMessageStartingWith(file.toString());
        }
    }

    @Test
    void whatDoesNotEndIsGivenUp() {
        assertThatThrownBy(() -> TimeLimit.read("a.h5", Duration.ofMillis(50), Hdf5ReaderTest::forEver))
                .isInstanceOf(KerasException.class)
                .hasMessageContaining("a.h5: damaged: reading it did not end within");
        assertThatThrownBy(() -> TimeLimit.read("a.h5", SOON, Hdf5ReaderTest::endlessRecursion))
                .isInstanceOf(KerasException.class)
                .hasMessage("a.h5: damaged, or written by something else than Keras: StackOverflowError");
    }

    private static Object forEver() {
        while (!Thread.currentThread().isInterrupted()) {
            Thread.onSpinWait();
        }
        return "";
    }

    private static Object endlessRecursion() {
        return List.of(endlessRecursion());
    }

    private KerasFile written(Consumer<WritableHdfFile> content) {
        Path file = folder.resolve("written.h5");
        try (WritableHdfFile hdf5 = HdfFile.write(file)) {
            content.accept(hdf5);
        }
        return Hdf5Reader.read(file);
    }

    private static void dense(WritableGroup parent, Object kernel) {
        WritableGroup group = parent.putGroup("dense");
        group.putAttribute("weight_names", new String[] {"kernel:0"});
        group.putDataset("kernel:0", kernel);
    }

    private void assertWrittenRefused(String message, Consumer<WritableHdfFile> content) {
        assertThatThrownBy(() -> written(content))
                .isInstanceOf(KerasException.class)
                .hasMessageContaining(folder.resolve("written.h5").toString())
                .hasMessageContaining(message);
    }

    private static void assertRefused(Path file, String message) {
        assertThatThrownBy(() -> Hdf5Reader.read(file))
                .isInstanceOf(KerasException.class)
                .hasMessageStartingWith(file + ": ")
                .hasMessageContaining(message);
    }
}
