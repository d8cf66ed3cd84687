package org.emotionstream.cli.drawing;

import java.util.Locale;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.emotionstream.cli.answers.FaceAnswer;
import org.emotionstream.contract.Emotion;

/** One colour an emotion, the same in pictures and on the page. */
enum Palette {
    NEUTRAL(0x9AA5B1),
    HAPPY(0xF2B705),
    SAD(0x4C8DFF),
    SURPRISE(0xFF7A1A),
    FEAR(0xB07CFF),
    DISGUST(0x5FBF4A),
    ANGER(0xFF4D4F),
    CONTEMPT(0x20C5C0),
    /** Also for faces without an emotion. */
    NONE(0x6B7280),
    BACKGROUND(0x14181F),
    CARD(0x1F2630),
    TRACK(0x2F3946),
    TEXT(0xF1F4F8),
    FAINT_TEXT(0xA7B1BE),
    POINT(0x7CFFB2);

    private final int rgb;

    Palette(int rgb) {
        this.rgb = rgb;
    }

    /** The colour of this class. */
    static Palette of(Emotion emotion) {
        return emotion == Emotion.NO_FACE ? NONE : valueOf(emotion.name());
    }

    /** The colour of what became of this face. */
    static Palette of(FaceAnswer face) {
        return face.emotion().map(Palette::of).orElse(NONE);
    }

    /** For OpenCV: blue, green, red. */
    Scalar bgr() {
        return new Scalar(rgb & 0xFF, rgb >> 8 & 0xFF, rgb >> 16 & 0xFF, 0);
    }

    /** For a page: {@code #RRGGBB}. */
    String css() {
        return String.format(Locale.ROOT, "#%06X", rgb);
    }
}
