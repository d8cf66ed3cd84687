package org.emotionstream.networks;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.emotionstream.contract.Emotion;
import org.emotionstream.contract.FeatureVector;
import org.emotionstream.contract.ReleaseException;
import org.emotionstream.contract.Tile;

/**
 * What every network's ONNX file takes and gives: inputs {@code tile} {@code uint8[N][channels][100][100]}
 * and {@code components} {@code float32[N][33]}, output {@code probabilities} {@code float32[N][9]}. Casting,
 * scaling and the filling of three planes with one happen inside of the file.
 */
final class NetworkContract {
    static final String TILE = "tile";
    static final String COMPONENTS = "components";
    static final String PROBABILITIES = "probabilities";

    /** N, in a file that takes any number of faces at once. */
    private static final long ANY = -1;

    private NetworkContract() {}

    /** The shape of the tile of one face. */
    static long[] tile(int channels) {
        return new long[] {1, channels, Tile.SIDE, Tile.SIDE};
    }

    /** The shape of the components of one face. */
    static long[] components() {
        return new long[] {1, FeatureVector.COMPONENTS};
    }

    /** The shape of the probabilities of one face. */
    static long[] probabilities() {
        return new long[] {1, Emotion.COUNT};
    }

    /**
     * @param where names the file in errors
     * @throws ReleaseException when the file takes or gives anything else, naming both sides
     */
    static void check(String where, OrtSession session, int channels) throws OrtException {
        Map<String, NodeInfo> inputs = session.getInputInfo();
        Map<String, NodeInfo> outputs = session.getOutputInfo();
        expectNames(where, "inputs", Set.of(TILE, COMPONENTS), inputs);
        expectNames(where, "outputs", Set.of(PROBABILITIES), outputs);
        expect(where, inputs.get(TILE), OnnxJavaType.UINT8, tile(channels));
        expect(where, inputs.get(COMPONENTS), OnnxJavaType.FLOAT, components());
        expect(where, outputs.get(PROBABILITIES), OnnxJavaType.FLOAT, probabilities());
    }

    private static void expectNames(String where, String what, Set<String> expected, Map<String, NodeInfo> found) {
        TreeSet<String> names = new TreeSet<>(found.keySet());
        if (!names.equals(expected)) {
            throw new ReleaseException(
                    where + ": expected " + what + " " + new TreeSet<>(expected) + ", found " + names);
        }
    }

    private static void expect(String where, NodeInfo found, OnnxJavaType type, long[] oneFace) {
        String actual = found.getInfo().toString();
        if (found.getInfo() instanceof TensorInfo tensor) {
            if (tensor.type == type && isForFaces(tensor.getShape(), oneFace)) {
                return;
            }
            actual = describe(tensor.type, tensor.getShape());
        }
        long[] faces = oneFace.clone();
        faces[0] = ANY;
        throw new ReleaseException(where + ": " + found.getName() + ": expected " + describe(type, faces) + ", found "
                + actual + " (-1 stands for any number)");
    }

    private static boolean isForFaces(long[] found, long[] oneFace) {
        return found.length == oneFace.length
                && (found[0] == ANY || found[0] == 1)
                && Arrays.equals(found, 1, found.length, oneFace, 1, oneFace.length);
    }

    private static String describe(OnnxJavaType type, long[] shape) {
        return type + " " + Arrays.toString(shape);
    }
}
