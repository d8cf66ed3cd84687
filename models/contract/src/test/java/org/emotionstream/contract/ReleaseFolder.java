package org.emotionstream.contract;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** A small release on disk, for tests: its files hold their own names, its head is the identity. */
public final class ReleaseFolder {
    private static final ObjectMapper JSON = new ObjectMapper();

    private ReleaseFolder() {}

    /** A release description of this id whose files are those written by {@link #write}. */
    public static Release release(String id, Map<String, String> files) {
        return new Release(
                ReleaseReader.FORMAT_VERSION,
                id,
                Emotion.labels(),
                new Release.TileSettings("face-crop", Tile.SIDE, "grey", "area-linear", 1.3, 0, -0.5),
                new Release.FeatureSettings("layout", 2249, FeatureVector.COMPONENTS, "features.bin", 0.95),
                IntStream.rangeClosed(1, 4)
                        .mapToObj(i -> new Release.Network("model-" + i, "model-" + i + ".onnx", 1))
                        .toList(),
                new Release.HeadSettings(HeadFile.NAME),
                files,
                JsonNodeFactory.instance.objectNode(),
                JsonNodeFactory.instance.objectNode());
    }

    /** A head that gives softmax(sum), of fewer than four the sum scaled by 4/n; of one network its own answer. */
    public static Head identityHead() {
        List<List<Double>> weights = IntStream.range(0, Emotion.COUNT)
                .mapToObj(row -> IntStream.range(0, Emotion.COUNT)
                        .mapToObj(column -> row == column ? 1.0 : 0.0)
                        .toList())
                .toList();
        return Head.ofSum(weights, Collections.nCopies(Emotion.COUNT, 0.0), 0);
    }

    /**
     * A head that answers with the average of the networks, flattened by a temperature of its own for each
     * set of networks: 1 + mask/16. So the answer tells which set's head made it.
     */
    public static Head tellingHead() {
        return new Head(
                0,
                IntStream.rangeClosed(1, NetworkSubsets.COMPLETE)
                        .<SubsetHead>mapToObj(mask -> {
                            List<String> networks = NetworkSubsets.names(mask);
                            return new SubsetHead.Average(
                                    networks, SubsetHead.Average.plain(networks).weights(), 1 + mask / 16.0);
                        })
                        .toList());
    }

    /**
     * Writes a release of this id, with the identity head, into a folder of that name below {@code root}.
     *
     * @return the folder of the release
     */
    public static Path write(Path root, String id) throws IOException {
        return write(root, id, identityHead());
    }

    /**
     * Writes a release of this id with this head into a folder of that name below {@code root}.
     *
     * @return the folder of the release
     */
    public static Path write(Path root, String id, Head head) throws IOException {
        Path folder = Files.createDirectories(root.resolve(id));
        Map<String, String> hashes = new LinkedHashMap<>();
        for (String name : List.of("features.bin", "model-1.onnx", "model-2.onnx", "model-3.onnx", "model-4.onnx")) {
            Files.write(folder.resolve(name), name.getBytes(StandardCharsets.UTF_8));
            hashes.put(name, Sha256.hex(folder.resolve(name)));
        }
        HeadFile.write(folder.resolve(HeadFile.NAME), head);
        hashes.put(HeadFile.NAME, Sha256.hex(folder.resolve(HeadFile.NAME)));
        JSON.writeValue(folder.resolve(ReleaseReader.FILE).toFile(), release(id, hashes));
        return folder;
    }
}
