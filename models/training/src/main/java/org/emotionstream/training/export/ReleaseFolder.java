package org.emotionstream.training.export;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.emotionstream.contract.Emotion;
import org.emotionstream.contract.FeatureVector;
import org.emotionstream.contract.HeadFile;
import org.emotionstream.contract.Release;
import org.emotionstream.contract.ReleaseReader;
import org.emotionstream.contract.Sha256;
import org.emotionstream.contract.StoredRelease;
import org.emotionstream.evaluation.verification.VerificationWriter;
import org.emotionstream.features.FeatureLayout;
import org.emotionstream.training.network.PaperArchitecture;

/**
 * Writes the folder of a release, whoever made it: first everything but its measurements, which can then be
 * taken with the code that serves, then {@code release.json} and the texts with them, and last a recording of
 * what it answers. The folder appears under its name when {@link ReleaseReader} has read it again, and not before.
 */
public final class ReleaseFolder {
    /** The text that every release has. */
    public static final String CARD = "MODEL_CARD.md";

    private static final String FEATURES = "features.bin";
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private final ReleaseContents contents;
    private final Path folder;

    private ReleaseFolder(ReleaseContents contents, Path folder) {
        this.contents = contents;
        this.folder = folder;
    }

    /**
     * What is known of a release once it can be served.
     *
     * @param metrics as they shall stand in {@code release.json}
     * @param texts files to write by their names; {@link #CARD} is one of them
     */
    public record Measured(JsonNode metrics, Map<String, String> texts) {
        public Measured {
            texts = Map.copyOf(texts);
            if (!texts.containsKey(CARD)) {
                throw new IllegalArgumentException("a release has a " + CARD + ", here are " + texts.keySet());
            }
        }
    }

    /**
     * Writes a release.
     *
     * @param target its folder, named by its id; must not exist
     * @param measure is given the release as it is written so far, to be served
     * @throws IOException when something cannot be written; then there is no folder of this name
     */
    public static StoredRelease write(Path target, ReleaseContents contents, Function<StoredRelease, Measured> measure)
            throws IOException {
        try (PartialFolder partial = PartialFolder.beside(target)) {
            ReleaseFolder release = new ReleaseFolder(contents, partial.folder());
            release.writeLearned();
            release.writeDescription(JsonNodeFactory.instance.nullNode());
            Measured measured = measure.apply(ReleaseReader.read(partial.folder()));
            for (Map.Entry<String, String> text : measured.texts().entrySet()) {
                Files.writeString(partial.folder().resolve(text.getKey()), text.getValue());
            }
            release.writeDescription(measured.metrics());
            VerificationWriter.write(partial.folder());
            ReleaseReader.read(partial.folder());
            partial.moveTo(target);
        }
        return ReleaseReader.read(target);
    }

    private void writeLearned() throws IOException {
        for (PaperArchitecture architecture : PaperArchitecture.values()) {
            Files.write(
                    folder.resolve(file(architecture)),
                    contents.networks().get(architecture.ordinal()).toByteArray());
        }
        contents.projection().write(folder.resolve(FEATURES));
        HeadFile.write(folder.resolve(HeadFile.NAME), contents.head());
    }

    private void writeDescription(JsonNode metrics) throws IOException {
        JSON.writeValue(folder.resolve(ReleaseReader.FILE).toFile(), release(hashes(), metrics));
    }

    private Release release(Map<String, String> files, JsonNode metrics) {
        return new Release(
                ReleaseReader.FORMAT_VERSION,
                contents.id(),
                Emotion.labels(),
                contents.tile(),
                new Release.FeatureSettings(
                        FeatureLayout.hash(),
                        FeatureLayout.COUNT,
                        FeatureVector.COMPONENTS,
                        FEATURES,
                        contents.explainedVariance()),
                networks(),
                new Release.HeadSettings(HeadFile.NAME),
                files,
                contents.training(),
                metrics);
    }

    private static List<Release.Network> networks() {
        List<Release.Network> networks = new ArrayList<>();
        for (PaperArchitecture architecture : PaperArchitecture.values()) {
            networks.add(new Release.Network(architecture.label(), file(architecture), architecture.parameterCount()));
        }
        return networks;
    }

    /** Of all files but {@code release.json}, which cannot hold its own. */
    private Map<String, String> hashes() throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(folder)) {
            files = all.filter(file -> !file.endsWith(ReleaseReader.FILE)).toList();
        }
        Map<String, String> hashes = new TreeMap<>();
        for (Path file : files) {
            hashes.put(file.getFileName().toString(), Sha256.hex(file));
        }
        return hashes;
    }

    private static String file(PaperArchitecture architecture) {
        return architecture.label() + ".onnx";
    }
}
