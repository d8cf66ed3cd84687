package org.emotionstream.evaluation.dataset;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.emotionstream.contract.Emotion;

/** What people call the classes when they name folders: in any case, with or without hyphens. */
final class ClassNames {
    private static final Map<Emotion, List<String>> SYNONYMS = Map.of(
            Emotion.HAPPY, List.of("happiness"),
            Emotion.SAD, List.of("sadness"),
            Emotion.SURPRISE, List.of("surprised"),
            Emotion.FEAR, List.of("fearful"),
            Emotion.DISGUST, List.of("disgusted"),
            Emotion.ANGER, List.of("angry"),
            Emotion.NO_FACE, List.of("nonface"));

    private static final Map<String, Emotion> CLASSES = classes();

    private ClassNames() {}

    /** The class of this name, if it is the name of one. */
    static Optional<Emotion> find(String name) {
        return Optional.ofNullable(CLASSES.get(plain(name)));
    }

    private static Map<String, Emotion> classes() {
        Map<String, Emotion> classes = new HashMap<>();
        for (Emotion emotion : Emotion.values()) {
            classes.put(plain(emotion.label()), emotion);
            SYNONYMS.getOrDefault(emotion, List.of()).forEach(synonym -> classes.put(synonym, emotion));
        }
        return classes;
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[-_ ]", "");
    }
}
