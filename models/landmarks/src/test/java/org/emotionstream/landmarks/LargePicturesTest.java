package org.emotionstream.landmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.emotionstream.landmarks.PictureOutcome.Decoded;
import org.emotionstream.landmarks.PictureOutcome.Rejected;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pictures that would exceed what may be searched are searched at a smaller scale, and the answer says so. */
class LargePicturesTest {
    @Test
    void aPictureIsSearchedForTheFacesThatAreWantedWhereThatIsPossible() {
        byte[] picture = flat(2400, 2400, ".png");

        assertThat(Models.step(Models.FACE_CROP, 80).apply(picture))
                .isEqualTo(new Decoded(2400, 2400, List.of(), 0, 80));
        // Would be 23 megapixels at the scale of 40.
        assertThat(Models.step(Models.FACE_CROP, 40).apply(picture))
                .isEqualTo(new Decoded(2400, 2400, List.of(), 0, 43));
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1, .png",
        "1, 60000, .png",
        "60000, 1, .png",
        "65000, 1, .jpg",
        "100000, 2, .png",
        "100000, 2, .bmp",
        "2, 16383, .webp",
        "16383, 1, .webp",
        "65000, 149, .jpg",
        "149, 65000, .jpg",
        "65000, 150, .jpg",
        "999999, 1, .png",
        "1, 999999, .png"
    })
    void aThinPictureIsAnswered(int width, int height, String format) {
        assertThat(Models.step(Models.FACE_CROP, 40).apply(flat(width, height, format)))
                .isInstanceOfSatisfying(Decoded.class, decoded -> {
                    assertThat(decoded.width()).isEqualTo(width);
                    assertThat(decoded.height()).isEqualTo(height);
                    assertThat(decoded.faces()).isEmpty();
                    assertThat(decoded.smallestFace()).isPositive();
                });
    }

    @Test
    void fiftyMegapixelsAreAnsweredAndOneMoreRowIsNot() {
        ImageToLandmarks step = Models.step(Models.FACE_CROP, 40);

        assertThat(step.apply(flat(10_000, 5_000, ".jpg"))).isEqualTo(new Decoded(10_000, 5_000, List.of(), 0, 127));
        assertThat(step.apply(flat(10_000, 5_001, ".jpg")))
                .isInstanceOfSatisfying(Rejected.class, rejected -> assertThat(rejected.reason())
                        .isEqualTo(RejectionReason.TOO_MANY_PIXELS));
    }

    private static byte[] flat(int width, int height, String format) {
        return Encoded.as(format, new Mat(height, width, 0, new Scalar(9)));
    }
}
