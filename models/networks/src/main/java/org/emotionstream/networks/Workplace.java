package org.emotionstream.networks;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.Map;
import org.emotionstream.contract.Emotion;
import org.emotionstream.contract.FeatureVector;
import org.emotionstream.contract.Tile;

/**
 * Native memory for one face on its way through a network, used again for the next: a call costs no
 * allocation outside of the heap. For one thread at a time.
 */
final class Workplace implements AutoCloseable {
    private final ByteBuffer tileBuffer;
    private final FloatBuffer componentsBuffer = floats(FeatureVector.COMPONENTS);
    private final FloatBuffer probabilitiesBuffer = floats(Emotion.COUNT);
    private final OnnxTensor tile;
    private final OnnxTensor components;
    private final OnnxTensor probabilities;

    Workplace(OrtEnvironment environment, int channels) throws OrtException {
        tileBuffer = ByteBuffer.allocateDirect(channels * Tile.PLANE_BYTES).order(ByteOrder.nativeOrder());
        tile = OnnxTensor.createTensor(environment, tileBuffer, NetworkContract.tile(channels), OnnxJavaType.UINT8);
        components = OnnxTensor.createTensor(environment, componentsBuffer, NetworkContract.components());
        probabilities = OnnxTensor.createTensor(environment, probabilitiesBuffer, NetworkContract.probabilities());
    }

    /** The nine numbers that the network gives for this face. */
    float[] run(OrtSession session, Tile picture, FeatureVector features) throws OrtException {
        tileBuffer.clear().put(picture.pixels());
        componentsBuffer.clear().put(features.toArray());
        var inputs = Map.of(NetworkContract.TILE, tile, NetworkContract.COMPONENTS, components);
        // The result owns nothing: its one value is the tensor that we brought, which stays ours.
        session.run(inputs, Map.of(NetworkContract.PROBABILITIES, probabilities))
                .close();
        float[] numbers = new float[Emotion.COUNT];
        probabilitiesBuffer.clear().get(numbers);
        return numbers;
    }

    @Override
    public void close() {
        tile.close();
        components.close();
        probabilities.close();
    }

    private static FloatBuffer floats(int count) {
        return ByteBuffer.allocateDirect(count * Float.BYTES)
                .order(ByteOrder.nativeOrder())
                .asFloatBuffer();
    }
}
