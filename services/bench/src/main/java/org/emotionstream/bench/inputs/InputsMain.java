package org.emotionstream.bench.inputs;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.emotionstream.contract.Release;
import org.emotionstream.contract.Releases;
import org.emotionstream.landmarks.FaceModels;
import org.emotionstream.landmarks.ImageToLandmarks;
import org.emotionstream.landmarks.LandmarkSettings;

/** Makes the pictures of all kinds. Arguments: their folder, the shape predictor, the releases, then the photographs. */
public final class InputsMain {
    /** How many tiles there are. */
    static final int TILES = 300;

    private static final int OF_PHOTOGRAPHS = 3;

    private InputsMain() {}

    /** See the class. */
    public static void main(String[] words) throws IOException {
        Locale.setDefault(Locale.ROOT);
        Releases releases = new Releases(Path.of(words[2]));
        Release release = releases.read(releases.defaultId()).release();
        List<byte[]> photographs = Stream.of(words)
                .skip(OF_PHOTOGRAPHS)
                .map(Path::of)
                .map(InputFolder::bytes)
                .toList();
        InputFolder folder = new InputFolder(Path.of(words[0]));
        try (FaceModels models = FaceModels.open(Path.of(words[1]))) {
            LandmarkSettings settings =
                    LandmarkSettings.DEFAULT.withSmallestFace(InputKind.PHOTOGRAPHS_40.smallestFace());
            ImageToLandmarks finder = new ImageToLandmarks(models, release.tile(), settings);
            folder.write(InputKind.TILES, new TilePictures(finder).of(photographs, TILES));
            folder.write(InputKind.FRAMES, new FramePictures(640, 480).of(photographs));
            folder.write(InputKind.FRAMES_1080, new FramePictures(1920, 1080).of(photographs));
            folder.write(InputKind.PHOTOGRAPHS, photographs);
            folder.complete();
        }
    }
}
