package org.emotionstream.paper.keras;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** Five models that Keras 2.15 has written (make_models.py --recorded), with what they answered. */
final class RecordedModels {
    static final String MODEL_1 = "model_32.h5";
    static final String MODEL_2 = "model_30.h5";
    static final String MODEL_3 = "model_34.h5";
    static final String MODEL_4 = "model_33.h5";
    static final String MIXED = "mixed_model.h5";
    static final List<String> ALL = List.of(MODEL_2, MODEL_1, MODEL_4, MODEL_3, MIXED);

    private static final List<String> ARRAYS = List.of("scaler.npz", "pca.npz", "expected.npz");

    private RecordedModels() {}

    /** Puts all of them into a folder. */
    static void unpack(Path folder) {
        ALL.forEach(name -> unpack(folder, name));
        for (String name : ARRAYS) {
            try (InputStream in = resource(name)) {
                Files.copy(in, folder.resolve(name));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Puts one model into a folder. */
    static Path unpack(Path folder, String name) {
        try (InputStream in = new GZIPInputStream(resource(name + ".gz"))) {
            Files.copy(in, folder.resolve(name));
            return folder.resolve(name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream resource(String name) {
        return RecordedModels.class.getResourceAsStream("recorded/" + name);
    }
}
