package org.emotionstream.landmarks;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Size;
import org.emotionstream.dlib.DlibPhotographs;
import org.emotionstream.dlib.ShapePredictor;
import org.emotionstream.landmarks.hostile.PictureMutations;
import org.emotionstream.landmarks.hostile.Still;

/** Decodes and searches mutated pictures until it ends by itself or is ended; what is in hand is in a file. */
public final class NativeFuzzChild {
    static final int COUNT = 0;
    static final int LENGTH = 8;
    static final int PICTURE = 16;
    static final int FILE_BYTES = 1 << 22;

    private static final int LONGER_SIDE = 200;

    private NativeFuzzChild() {}

    /** SEED, SECONDS, MOST INPUTS, FILE. */
    public static void main(String[] arguments) throws IOException {
        long end = System.nanoTime() + Long.parseLong(arguments[1]) * 1_000_000_000;
        long most = Long.parseLong(arguments[2]);
        PictureMutations pictures = new PictureMutations(originals(), Long.parseLong(arguments[0]));
        MappedByteBuffer inHand = map(Path.of(arguments[3]));
        try (FaceModels models = FaceModels.open(ShapePredictor.DEBIAN_MODEL)) {
            ImageToLandmarks frames = new ImageToLandmarks(models, Models.FACE_CROP, LandmarkSettings.DEFAULT);
            for (long i = 1; i <= most && System.nanoTime() < end; i++) {
                byte[] picture = pictures.next();
                inHand.putInt(LENGTH, picture.length).put(PICTURE, picture);
                frames.apply(ByteBuffer.wrap(picture));
                inHand.putLong(COUNT, i);
            }
        }
        inHand.putInt(LENGTH, 0);
    }

    static MappedByteBuffer map(Path file) throws IOException {
        try (FileChannel channel =
                FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.CREATE)) {
            return channel.map(FileChannel.MapMode.READ_WRITE, 0, FILE_BYTES);
        }
    }

    /** Photographs of faces, made small, in every format; without them, colours and noise. */
    private static List<byte[]> originals() throws IOException {
        List<byte[]> originals = new ArrayList<>(
                List.of(Still.jpegWithRestarts(), Still.greyJpeg(), Still.losslessWebp(), Still.webp(4), Still.bmp()));
        for (Path file : DlibPhotographs.files().subList(0, 4)) {
            Mat photograph =
                    Encoded.pixels(Encoded.photograph(file.getFileName().toString()));
            double factor = (double) LONGER_SIDE / Math.max(photograph.cols(), photograph.rows());
            Mat small = new Mat();
            opencv_imgproc.resize(photograph, small, new Size(), factor, factor, opencv_imgproc.INTER_AREA);
            byte[] jpeg = Encoded.as(".jpg", small);
            originals.addAll(List.of(
                    jpeg,
                    Encoded.withOrientation(jpeg, 6),
                    Still.encoded(".jpg", small, 2, 1),
                    Encoded.as(".png", small),
                    Still.encoded(".webp", small, 64, 80),
                    Encoded.as(".bmp", small)));
        }
        return originals;
    }
}
