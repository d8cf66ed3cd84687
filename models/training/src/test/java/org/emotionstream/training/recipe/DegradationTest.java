package org.emotionstream.training.recipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bytedeco.opencv.global.opencv_core.CV_8UC1;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMREAD_GRAYSCALE;
import static org.bytedeco.opencv.global.opencv_imgcodecs.imdecode;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.opencv.opencv_core.Mat;
import org.junit.jupiter.api.Test;

class DegradationTest {
    private static final byte[] PICTURE = picture();

    @Test
    void givesTheSameChangesForTheSameSeed() {
        assertThat(changes(7)).usingRecursiveComparison().isEqualTo(changes(7));
        assertThat(changes(8).get(0)).isNotEqualTo(changes(7).get(0));
    }

    @Test
    void keepsTheSizeAndWritesBothFormats() {
        List<byte[]> changes = changes(1);
        assertThat(changes).allSatisfy(bytes -> {
            Mat picture = imdecode(new Mat(1, bytes.length, CV_8UC1, new BytePointer(bytes)), IMREAD_GRAYSCALE);
            assertThat(picture.cols()).isEqualTo(100);
            assertThat(picture.rows()).isEqualTo(100);
        });
        assertThat(changes).anyMatch(bytes -> (bytes[0] & 0xff) == 0xff).anyMatch(bytes -> bytes[1] == 'P');
    }

    private static byte[] picture() {
        try {
            return NoisePictures.of(3);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<byte[]> changes(long seed) {
        Degradation degradation = new Degradation(seed);
        List<byte[]> changes = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            changes.add(degradation.apply(PICTURE));
        }
        return changes;
    }
}
