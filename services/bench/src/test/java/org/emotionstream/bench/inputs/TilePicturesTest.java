package org.emotionstream.bench.inputs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.emotionstream.contract.Releases;
import org.emotionstream.contract.Sha256;
import org.emotionstream.dlib.DlibPhotographs;
import org.emotionstream.dlib.ShapePredictor;
import org.emotionstream.landmarks.FaceModels;
import org.emotionstream.landmarks.ImageToLandmarks;
import org.emotionstream.landmarks.LandmarkSettings;
import org.emotionstream.landmarks.PictureOutcome.Decoded;
import org.junit.jupiter.api.Test;

class TilePicturesTest {
    private static final int COUNT = 60;

    @Test
    void tilesAreTheSameBytesEveryTimeAllDifferAndEachShowsAFace() {
        Releases releases = new Releases(Path.of(System.getProperty("emotionstream.root"), "models/releases"));
        List<byte[]> photographs = List.of(InputFolder.bytes(DlibPhotographs.file("bald_guys.jpg")));
        try (FaceModels models = FaceModels.open(ShapePredictor.DEBIAN_MODEL)) {
            ImageToLandmarks finder = new ImageToLandmarks(
                    models, releases.read(releases.defaultId()).release().tile(), LandmarkSettings.DEFAULT);

            List<byte[]> tiles = new TilePictures(finder).of(photographs, COUNT);

            assertThat(tiles).hasSize(COUNT);
            assertThat(hashes(tiles)).hasSize(COUNT).isEqualTo(hashes(new TilePictures(finder).of(photographs, COUNT)));
            assertThat(tiles).allSatisfy(tile -> {
                Decoded decoded = (Decoded) finder.apply(tile);
                assertThat(List.of(
                                decoded.width(),
                                decoded.height(),
                                decoded.faces().size()))
                        .containsExactly(100, 100, 1);
            });
        }
    }

    private static Set<String> hashes(List<byte[]> pictures) {
        Set<String> hashes = new HashSet<>();
        pictures.forEach(picture -> hashes.add(Sha256.hex(picture)));
        return hashes;
    }
}
