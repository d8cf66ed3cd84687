package org.emotionstream.paper.keras;

import io.jhdf.api.Dataset;
import io.jhdf.api.Group;
import io.jhdf.api.Node;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Reads one array of weights, after a look at its shape. */
final class Hdf5Tensor {
    /** More than any tensor of the paper's networks has: 1.1 million. */
    private static final long MOST_NUMBERS = 16 << 20;

    private Hdf5Tensor() {}

    static KerasTensor read(Path file, Group layer, String name) {
        Optional<Node> node = Hdf5Reader.find(layer, name);
        if (!(node.orElse(layer) instanceof Dataset data)) {
            throw new KerasException(file + ": " + layer.getPath() + name + ": expected a data set, found "
                    + node.map(Node::getType).map(Object::toString).orElse("nothing"));
        }
        String where = file + ": " + data.getPath();
        List<Integer> shape = Arrays.stream(data.getDimensions()).boxed().toList();
        if (data.getSize() > MOST_NUMBERS || data.getSize() < 1) {
            throw new KerasException(where + ": expected weights of a network of the paper, found the shape " + shape);
        }
        return new KerasTensor(data.getPath(), shape, finite(where, numbers(where, data)));
    }

    private static float[] numbers(String where, Dataset data) {
        Class<?> type = data.getJavaType();
        if (type == float.class) {
            return (float[]) data.getDataFlat();
        }
        if (type == double.class) {
            double[] wide = (double[]) data.getDataFlat();
            float[] numbers = new float[wide.length];
            for (int i = 0; i < wide.length; i++) {
                numbers[i] = (float) wide[i];
            }
            return numbers;
        }
        throw new KerasException(where + ": expected 32-bit or 64-bit floats, found " + type);
    }

    private static float[] finite(String where, float[] numbers) {
        for (int i = 0; i < numbers.length; i++) {
            if (!Float.isFinite(numbers[i])) {
                throw new KerasException(where + ": expected finite numbers, found number " + i + " of "
                        + numbers.length + " to be " + numbers[i]);
            }
        }
        return numbers;
    }
}
