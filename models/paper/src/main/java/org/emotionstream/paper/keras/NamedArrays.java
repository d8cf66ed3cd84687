package org.emotionstream.paper.keras;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.emotionstream.contract.FeatureVector;

/**
 * The arrays of one file, found by name.
 *
 * @param file that they stand in
 * @param all of them by their names
 */
record NamedArrays(Path file, Map<String, NpyArray> all) {
    NamedArrays {
        all = Map.copyOf(all);
    }

    /**
     * @param howTo the line of Python that writes such a file
     * @param rest the name of what follows the mean, where one array holds both as rows
     * @param both the shape of that one array
     * @throws KerasException when it cannot be read
     */
    static NamedArrays read(Path file, String howTo, String rest, List<Integer> both) {
        Map<String, NpyArray> arrays = NumpyFile.read(file, howTo);
        NpyArray single = arrays.get("");
        if (single == null) {
            NamedArrays named = new NamedArrays(file, arrays);
            named.expectKey("mean", howTo);
            named.expectKey(rest, howTo);
            return named;
        }
        if (!single.shape().equals(both)) {
            throw new KerasException(file + ": expected the mean and then " + rest + " as rows, " + both + ", found "
                    + single.shape() + "; or write a .npz:\n  " + howTo);
        }
        return new NamedArrays(file, split(single, rest));
    }

    private static Map<String, NpyArray> split(NpyArray rows, String rest) {
        int columns = rows.shape().get(1);
        int others = rows.shape().get(0) - 1;
        double[] mean = rows.rows(0, 1)[0];
        double[] values = new double[others * columns];
        System.arraycopy(rows.values(), columns, values, 0, values.length);
        Map<String, NpyArray> arrays = new TreeMap<>();
        arrays.put("mean", new NpyArray(List.of(columns), mean));
        arrays.put(rest, new NpyArray(others == 1 ? List.of(columns) : List.of(others, columns), values));
        return arrays;
    }

    private void expectKey(String name, String howTo) {
        if (!all.containsKey(name)) {
            throw new KerasException(file + ": expected an array \"" + name + "\", found " + new TreeMap<>(all).keySet()
                    + "; write it anew in Python:\n  " + howTo);
        }
    }

    /** The array of this name, which must have this shape. */
    NpyArray get(String name, List<Integer> shape) {
        NpyArray array = all.get(name);
        if (!array.shape().equals(shape)) {
            throw new KerasException(
                    file + ": array \"" + name + "\": expected the shape " + shape + ", found " + array.shape());
        }
        return array;
    }

    /** The components, of which a release holds exactly 33. */
    NpyArray components(List<Integer> shape) {
        List<Integer> found = all.get("components").shape();
        if (found.size() == 2
                && found.get(1).equals(shape.get(1))
                && !found.get(0).equals(shape.get(0))) {
            throw new KerasException(file + ": a release holds exactly " + FeatureVector.COMPONENTS
                    + " principal components, here are " + found.get(0) + ". Fit PCA(n_components="
                    + FeatureVector.COMPONENTS + ") and train the four models on its components");
        }
        return get("components", shape);
    }
}
