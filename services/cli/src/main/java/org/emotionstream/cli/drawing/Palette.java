package org.emotionstream.cli.drawing;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.emotionstream.cli.answers.FaceAnswer;
import org.emotionstream.contract.Emotion;

/** One colour an emotion, the same in pictures, charts and the legend. */
enum Palette {
    NEUTRAL(0x8695A6),
    HAPPY(0xF2B705),
    SAD(0x4C8DFF),
    SURPRISE(0xFF7A1A),
    FEAR(0xB07CFF),
    DISGUST(0x5FBF4A),
    ANGER(0xFF4D4F),
    CONTEMPT(0x20C5C0),
    /** Also for faces without an emotion. */
    NONE(0x6B7280);

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

    /** Its class in the style sheet. */
    String css() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The rules that give each class its colour as {@code --c}. */
    static String rules() {
        return Arrays.stream(values())
                .map(colour -> String.format(Locale.ROOT, ".%s{--c:#%06X}", colour.css(), colour.rgb))
                .collect(Collectors.joining());
    }
}
