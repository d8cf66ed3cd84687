package org.emotionstream.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;

/**
 * A trained release: everything that turns a picture into emotions in one reproducible way. On disk it is
 * a folder with {@code release.json} (this record), the files that it lists, and a model card.
 *
 * <p>Read and checked by {@link ReleaseReader}; a service refuses one whose tile, features or networks it
 * does not compute.
 *
 * @param formatVersion of {@code release.json}: {@value ReleaseReader#FORMAT_VERSION}
 * @param id names the release; the name of its folder
 * @param classes the nine labels of {@link Emotion}, in order
 * @param tile how a tile is cut out of a picture
 * @param features how landmarks become 33 components
 * @param networks the four networks, model-1 to model-4
 * @param head where the combined model is, which answers for the networks that have answered
 * @param files sha256 (lower-case hexadecimal) of each file of the release by its name
 * @param training how it was made: recipe, seeds, threads, hash of the data, commit
 * @param metrics what it reached, on which data
 */
public record Release(
        int formatVersion,
        String id,
        List<String> classes,
        TileSettings tile,
        FeatureSettings features,
        List<Network> networks,
        HeadSettings head,
        Map<String, String> files,
        JsonNode training,
        JsonNode metrics) {

    /**
     * How a tile is cut out of a picture, and what the detector looks for.
     *
     * @param policy {@code face-crop}: a square around the box of each face; {@code landmark-crop}: around its
     *     landmarks, which jump less than the box; {@code whole-picture}: the paper's way, the whole picture
     *     resized
     * @param size pixels a side: 100
     * @param colour {@code grey} (one plane) or {@code bgr} (three)
     * @param interpolation {@code area-linear}: area when shrinking, bilinear when enlarging; {@code linear}:
     *     always bilinear
     * @param margin side of the square over the longer side of the face's box; with the whole picture: 0
     * @param frameThreshold least detector score of a face in a frame
     * @param tileThreshold least detector score of the one face in a picture that is itself about a tile
     */
    public record TileSettings(
            String policy,
            int size,
            String colour,
            String interpolation,
            double margin,
            double frameThreshold,
            double tileThreshold) {
        /** Planes a tile: 1 for grey, 3 for bgr. */
        public int channels() {
            return colour.equals("bgr") ? 3 : 1;
        }
    }

    /**
     * How 68 landmarks become 33 components.
     *
     * @param layoutHash sha256 over the names of the features in their order; must equal that of the code
     * @param count how many features there are: 2,249
     * @param components how many principal components are kept: 33
     * @param file the name of the file with scaler and projection
     * @param explainedVariance share of the variance that the components keep, in (0, 1]; 0 where it is not
     *     known, as of models that were trained elsewhere
     */
    public record FeatureSettings(
            String layoutHash, int count, int components, String file, double explainedVariance) {}

    /**
     * One of the four networks.
     *
     * @param name model-1 to model-4
     * @param file the name of its ONNX file
     * @param parameters how many numbers it has learned
     */
    public record Network(String name, String file, long parameters) {}

    /**
     * Where the combined model is.
     *
     * @param file the name of the file with the {@link Head}
     */
    public record HeadSettings(String file) {}

    /**
     * The network of this name.
     *
     * @throws ReleaseException when the release has none, naming those that it has
     */
    public Network network(String name) {
        return networks.stream()
                .filter(network -> network.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new ReleaseException("release " + id + " has no network \"" + name + "\"; it has "
                        + networks.stream().map(Network::name).toList()));
    }
}
