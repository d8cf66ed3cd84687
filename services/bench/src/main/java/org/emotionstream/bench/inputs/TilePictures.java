package org.emotionstream.bench.inputs;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Rect;
import org.emotionstream.contract.BoundingBox;
import org.emotionstream.landmarks.Face;
import org.emotionstream.landmarks.ImageToLandmarks;
import org.emotionstream.landmarks.PictureDecoder;
import org.emotionstream.landmarks.PictureOutcome.Decoded;

/**
 * Face tiles: squares around the faces of photographs, each a little larger and further off than the one before, at 100 x
 * 100 pixels. Only those in which the chain finds its one face.
 *
 * @param finder finds faces as {@code demo} does
 */
record TilePictures(ImageToLandmarks finder) {
    private static final long SEED = 20261130;
    private static final int SIDE = 100;
    private static final double LEAST_MARGIN = 1.1;
    private static final double MORE_MARGIN = 0.5;
    private static final double MOST_SHIFT = 0.06;
    private static final int ROUNDS = 40;

    private record FaceOfPhotograph(byte[] photograph, BoundingBox box) {}

    /**
     * So many tiles, the same ones for the same photographs.
     *
     * @throws IllegalStateException when the photographs have too few faces
     */
    List<byte[]> of(List<byte[]> photographs, int count) {
        List<FaceOfPhotograph> faces = new ArrayList<>();
        for (byte[] photograph : photographs) {
            ((Decoded) finder.apply(photograph))
                    .faces()
                    .forEach(face -> faces.add(new FaceOfPhotograph(photograph, face.box())));
        }
        Random random = new Random(SEED);
        List<byte[]> tiles = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            for (FaceOfPhotograph face : faces) {
                byte[] tile = tile(face, random);
                if (hasItsFace(tile) && tiles.size() < count) {
                    tiles.add(tile);
                }
            }
            if (tiles.size() == count) {
                return tiles;
            }
        }
        throw new IllegalStateException(
                faces.size() + " faces in " + photographs.size() + " photographs gave only " + tiles.size() + " tiles");
    }

    @SuppressWarnings("try") // The scope is there to free what is allocated inside.
    private static byte[] tile(FaceOfPhotograph face, Random random) {
        BoundingBox box = face.box();
        int side = (int) Math.round(box.width() * (LEAST_MARGIN + MORE_MARGIN * random.nextDouble()));
        int left = box.left() + (box.width() - side) / 2 + shift(box, random);
        int top = box.top() + (box.height() - side) / 2 + shift(box, random);
        try (PointerScope scope = new PointerScope()) {
            Mat picture = PictureDecoder.DEFAULT.pixels(face.photograph(), true).orElseThrow();
            return Crops.jpeg(picture, new Rect(left, top, side, side), SIDE, SIDE, random.nextBoolean());
        }
    }

    private static int shift(BoundingBox box, Random random) {
        return (int) Math.round(box.width() * MOST_SHIFT * (2 * random.nextDouble() - 1));
    }

    private boolean hasItsFace(byte[] tile) {
        return finder.apply(tile) instanceof Decoded decoded
                && decoded.faces().size() == 1
                && decoded.faces().get(0) instanceof Face.Measured;
    }
}
