package org.emotionstream.paper.keras;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.emotionstream.contract.Sha256;

/**
 * Where an imported release comes from, as it stands in its {@code release.json}.
 *
 * @param recipe {@code import-keras}
 * @param commit of the code that has imported it
 * @param sources each file by what was read from it
 * @param pixelScale a grey level (0 to 255) times this is what the networks were trained on
 * @param colour that they were trained on: {@code bgr} or {@code rgb}
 * @param explainedVariance the share that the components keep, or {@code unknown}
 */
record ImportRecord(
        String recipe,
        String commit,
        Map<String, Source> sources,
        double pixelScale,
        String colour,
        Object explainedVariance) {
    /**
     * A file that was imported.
     *
     * @param name without its folder
     * @param sha256 of its bytes
     * @param graph {@code checked}, or {@code not described}: then the paper's was taken; empty where there is none
     */
    record Source(String name, String sha256, String graph) {
        static Source of(Path file, String graph) throws IOException {
            return new Source(file.getFileName().toString(), Sha256.hex(file), graph);
        }
    }

    static ImportRecord of(ImportedModels imported, String commit) throws IOException {
        Map<String, Source> sources = new LinkedHashMap<>();
        for (ImportedNetwork network : imported.models().networks()) {
            sources.put(network.architecture().label(), Source.of(network.file(), graph(network.graphChecked())));
        }
        ImportedHead head = imported.models().head();
        sources.put("combined", Source.of(head.file(), graph(head.graphChecked())));
        sources.put("scaler", Source.of(imported.scaler(), ""));
        sources.put("pca", Source.of(imported.pca(), ""));
        Object variance = imported.features().explainedVariance().isPresent()
                ? imported.features().explainedVariance().getAsDouble()
                : "unknown";
        return new ImportRecord(
                "import-keras",
                commit,
                sources,
                imported.pixelScale(),
                imported.colour().label(),
                variance);
    }

    private static String graph(boolean checked) {
        return checked ? "checked" : "not described";
    }
}
