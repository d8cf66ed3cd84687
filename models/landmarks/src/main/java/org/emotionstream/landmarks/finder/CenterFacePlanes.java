package org.emotionstream.landmarks.finder;

import static org.bytedeco.opencv.global.opencv_core.CV_32FC1;
import static org.bytedeco.opencv.global.opencv_core.CV_8UC;
import static org.bytedeco.opencv.global.opencv_core.CV_8UC1;
import static org.bytedeco.opencv.global.opencv_core.extractChannel;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.RunOptions;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.opencv_core.Mat;
import org.emotionstream.dlib.Pixels;

/**
 * Native memory for pictures of one size on their way through CenterFace's network, used again for the next. For one thread
 * at a time.
 *
 * <p>The network takes {@code float[1][3][height][width]}: red, green, blue, in [0, 255], rows from the top, both sides
 * multiples of {@value #MULTIPLE}. What a picture lacks of that is black, at its right and below, so that its shape is kept.
 */
final class CenterFacePlanes implements AutoCloseable {
    /** The network halves a picture five times. */
    static final int MULTIPLE = 32;

    /** Three planes, and 15 maps of a 16th of the pixels, of floats. */
    static final int BYTES_A_PIXEL = 16;

    private static final int COLOURS = 3;
    private static final String INPUT = "input.1";

    private final int width;
    private final int height;
    private final int paddedWidth;
    private final int paddedHeight;
    private final List<FloatPointer> memory = new ArrayList<>();
    private final List<OnnxTensor> tensors = new ArrayList<>();
    private final FloatPointer planes;
    private final Map<String, OnnxTensor> inputs;
    private final Map<String, OnnxTensor> outputs;
    private final CenterFaceHeads heads;

    /**
     * @param width of the pictures, in pixels
     * @param height of the pictures, in pixels
     */
    CenterFacePlanes(OrtEnvironment environment, int width, int height) throws OrtException {
        this.width = width;
        this.height = height;
        this.paddedWidth = padded(width);
        this.paddedHeight = padded(height);
        int columns = paddedWidth / CenterFaceHeads.STRIDE;
        int rows = paddedHeight / CenterFaceHeads.STRIDE;
        this.planes = floats((long) COLOURS * paddedWidth * paddedHeight);
        Pointer.memset(planes, 0, planes.capacity() * Float.BYTES);
        FloatBuffer heat = floats((long) columns * rows).asBuffer();
        FloatBuffer extent = floats(2L * columns * rows).asBuffer();
        FloatBuffer offset = floats(2L * columns * rows).asBuffer();
        FloatBuffer points = floats(2L * FivePoints.COUNT * columns * rows).asBuffer();
        this.heads = new CenterFaceHeads(columns, rows, heat, extent, offset, points);
        this.inputs = Map.of(INPUT, tensor(environment, planes.asBuffer(), COLOURS, paddedHeight, paddedWidth));
        this.outputs = Map.of(
                "537", tensor(environment, heat, 1, rows, columns),
                "538", tensor(environment, extent, 2, rows, columns),
                "539", tensor(environment, offset, 2, rows, columns),
                "540", tensor(environment, points, 2 * FivePoints.COUNT, rows, columns));
    }

    /** How many pixels of a plane a picture of this size takes. */
    static long pixels(int width, int height) {
        return (long) padded(width) * padded(height);
    }

    private static int padded(int side) {
        return (side + MULTIPLE - 1) / MULTIPLE * MULTIPLE;
    }

    private FloatPointer floats(long count) {
        FloatPointer floats = new FloatPointer(count);
        // It outlives the scope of the picture for which it was made.
        floats.retainReference();
        memory.add(floats);
        return floats;
    }

    private OnnxTensor tensor(OrtEnvironment environment, FloatBuffer buffer, long channels, long rows, long columns)
            throws OrtException {
        OnnxTensor tensor = OnnxTensor.createTensor(environment, buffer, new long[] {1, channels, rows, columns});
        tensors.add(tensor);
        return tensor;
    }

    /** Whether they are for pictures of this size. */
    boolean fit(Pixels pixels) {
        return pixels.width() == width && pixels.height() == height;
    }

    /**
     * What the network gives for a picture; valid until the next.
     *
     * @param kept whether ONNX Runtime keeps the memory that it needed, for the next picture
     */
    CenterFaceHeads run(OrtSession session, Pixels pixels, boolean kept) throws OrtException {
        fill(pixels);
        try (RunOptions options = new RunOptions()) {
            if (!kept) {
                options.addRunConfigEntry("memory.enable_memory_arena_shrinkage", "cpu:0");
            }
            // The result owns nothing: its values are the tensors that we brought, which stay ours.
            session.run(inputs, Set.of(), outputs, options).close();
        }
        return heads;
    }

    @SuppressWarnings("try") // The scope is there to free what is allocated inside.
    private void fill(Pixels pixels) {
        try (PointerScope scope = new PointerScope()) {
            Mat picture = new Mat(
                    height, width, CV_8UC(pixels.channels()), new Address(pixels.address()), pixels.rowStride());
            for (int colour = 0; colour < COLOURS; colour++) {
                Mat channel = picture;
                if (pixels.channels() == COLOURS) {
                    channel = new Mat(height, width, CV_8UC1);
                    // Pixels are blue, green, red.
                    extractChannel(picture, channel, COLOURS - 1 - colour);
                }
                channel.convertTo(plane(colour), CV_32FC1);
            }
        }
    }

    private Mat plane(int colour) {
        long start = (long) colour * paddedWidth * paddedHeight;
        return new Mat(
                height,
                width,
                CV_32FC1,
                new Address(planes.address() + start * Float.BYTES),
                (long) paddedWidth * Float.BYTES);
    }

    /** Memory that somebody else owns. */
    private static final class Address extends Pointer {
        Address(long address) {
            super((Pointer) null);
            this.address = address;
        }
    }

    @Override
    public void close() {
        tensors.forEach(OnnxTensor::close);
        memory.forEach(FloatPointer::close);
    }
}
