package org.emotionstream.networks;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.emotionstream.onnx.WireField;
import org.emotionstream.onnx.WireMessage;

/** The weights of a convolution as an ONNX tensor, {@code float[filters][planes][height][width]}. */
final class PlaneWeights {
    // Fields of onnx.proto.
    private static final int DIMENSIONS = 1;
    private static final int TYPE = 2;
    private static final int BYTES = 9;
    private static final long FLOATS = 1;
    private static final int RANK = 4;

    private PlaneWeights() {}

    /**
     * The weights for one plane that is seen in place of all: added over the planes.
     *
     * @param planes how many are expected
     * @return empty when the tensor holds anything else than such weights
     */
    static Optional<WireMessage> summed(WireMessage tensor, int planes) {
        List<Long> shape = tensor.integers(DIMENSIONS);
        List<WireField> bytes = tensor.all(BYTES);
        if (!tensor.integers(TYPE).equals(List.of(FLOATS))
                || bytes.size() != 1
                || shape.size() != RANK
                || shape.get(1) != planes) {
            return Optional.empty();
        }
        ByteBuffer weights = bytes.get(0).bytes();
        int filters = Math.toIntExact(shape.get(0));
        int kernel = Math.toIntExact(shape.get(2) * shape.get(3));
        if (weights.remaining() != (long) filters * planes * kernel * Float.BYTES) {
            return Optional.empty();
        }
        List<WireField> fields = new ArrayList<>();
        for (long size : new long[] {shape.get(0), 1, shape.get(2), shape.get(3)}) {
            fields.add(WireField.integer(DIMENSIONS, size));
        }
        WireField sums = WireField.bytes(BYTES, sums(weights, filters, planes, kernel));
        tensor.fields().stream()
                .filter(field -> field.number() != DIMENSIONS)
                .map(field -> field.number() == BYTES ? sums : field)
                .forEach(fields::add);
        return Optional.of(new WireMessage(fields));
    }

    private static byte[] sums(ByteBuffer weights, int filters, int planes, int kernel) {
        ByteBuffer sums = ByteBuffer.allocate(filters * kernel * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (int filter = 0; filter < filters; filter++) {
            for (int i = 0; i < kernel; i++) {
                double sum = 0;
                for (int plane = 0; plane < planes; plane++) {
                    sum += weights.getFloat(((filter * planes + plane) * kernel + i) * Float.BYTES);
                }
                sums.putFloat((float) sum);
            }
        }
        return sums.array();
    }
}
