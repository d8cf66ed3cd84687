package org.emotionstream.bench.inputs;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Rect;
import org.emotionstream.landmarks.PictureDecoder;

/**
 * Frames of a camera: the largest part from the middle of each photograph that has the shape of a frame, and its mirror
 * image.
 *
 * @param width in pixels
 * @param height in pixels
 */
record FramePictures(int width, int height) {
    /** Two frames of each photograph. */
    @SuppressWarnings("try") // The scope is there to free what is allocated inside.
    List<byte[]> of(List<byte[]> photographs) {
        List<byte[]> frames = new ArrayList<>();
        for (byte[] photograph : photographs) {
            try (PointerScope scope = new PointerScope()) {
                Mat picture = PictureDecoder.DEFAULT.pixels(photograph, true).orElseThrow();
                Rect part = middle(picture.cols(), picture.rows());
                frames.add(Crops.jpeg(picture, part, width, height, false));
                frames.add(Crops.jpeg(picture, part, width, height, true));
            }
        }
        return frames;
    }

    private Rect middle(int columns, int rows) {
        double scale = Math.min((double) columns / width, (double) rows / height);
        int partWidth = (int) (width * scale);
        int partHeight = (int) (height * scale);
        return new Rect((columns - partWidth) / 2, (rows - partHeight) / 2, partWidth, partHeight);
    }
}
