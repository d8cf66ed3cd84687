package org.emotionstream.landmarks;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.opencv_core.Mat;
import org.emotionstream.contract.Tile;
import org.emotionstream.contract.nativelibraries.NativeLibraryException;
import org.emotionstream.dlib.Pixels;

/**
 * Takes a small picture that comes with the program through OpenCV and dlib once, so that a library that is missing or
 * does not work here ends the start, and the first picture of a camera does not wait for libraries to be unpacked.
 */
final class FirstUse {
    private static final String PICTURE = "first-use.jpg";
    private static final int SIDE = 120;

    private FirstUse() {}

    /**
     * Decodes, resizes, searches and measures.
     *
     * @throws NativeLibraryException when a library cannot be loaded, or does not do its work
     */
    @SuppressWarnings("try") // The scope is there to free what is allocated inside.
    static void of(FaceModels models) {
        try (PointerScope scope = new PointerScope()) {
            PictureDecoder.Result result = PictureDecoder.DEFAULT.decode(picture(), false);
            if (!(result instanceof PictureDecoder.Result.Pixels decodedPixels)) {
                throw new NativeLibraryException(notDecoded(result.toString()));
            }
            Mat decoded = decodedPixels.picture();
            if (decoded.cols() != SIDE || decoded.rows() != SIDE) {
                throw new NativeLibraryException(notDecoded(decoded.cols() + " x " + decoded.rows()));
            }
            Pixels pixels = Pictures.pixels(Pictures.resized(decoded, Tile.SIDE, Tile.SIDE, true));
            models.find(pixels, 0);
            models.predict(pixels, 0, 0, Tile.SIDE - 1, Tile.SIDE - 1);
        }
    }

    private static String notDecoded(String given) {
        return "OpenCV does not decode " + PICTURE + ", a JPEG of " + SIDE + " x " + SIDE
                + " pixels that comes with the program: it gives " + given;
    }

    private static ByteBuffer picture() {
        try (InputStream in = FirstUse.class.getResourceAsStream(PICTURE)) {
            if (in == null) {
                throw new NativeLibraryException(
                        "the resource " + PICTURE + " is missing: the module was built incompletely");
            }
            return ByteBuffer.wrap(in.readAllBytes());
        } catch (IOException e) {
            throw new NativeLibraryException("cannot read the resource " + PICTURE, e);
        }
    }
}
