package org.emotionstream.events.access;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.emotionstream.events.configuration.Topics;

/** Who is to read and to write which topics: said a second time, so that an edit of the file is noticed. */
final class ExpectedRights {
    private static final String SHARED = "internal.schemas internal.releases";
    private static final String MODELS = "emotions.model-1 emotions.model-2 emotions.model-3 emotions.model-4";
    private static final String WAY = "images.raw images.landmarks images.features " + MODELS;

    private static final Map<String, String> READ = new TreeMap<>(Map.of(
            "landmarker", "images.raw " + SHARED,
            "featurizer", "images.landmarks " + SHARED,
            "combiner", "images.taken " + MODELS + " " + SHARED,
            "topic-administrator", "images.taken " + WAY,
            "camera", "",
            "analyst", "emotions.final emotions.amended internal.schemas",
            "auditor",
                    "images.rejected images.taken emotions.final emotions.amended images.ledger internal.quarantine "
                            + WAY + " " + SHARED,
            "replayer", "images.raw images.rejected images.taken images.ledger internal.schemas",
            "autoscaler", ""));

    private static final Map<String, String> WRITTEN = new TreeMap<>(Map.of(
            "landmarker", "images.taken images.landmarks images.rejected internal.quarantine " + SHARED,
            "featurizer", "images.features internal.quarantine " + SHARED,
            "combiner", "emotions.final emotions.amended images.ledger internal.quarantine " + SHARED,
            "topic-administrator", "",
            "camera", "images.raw",
            "analyst", "",
            "auditor", "",
            "replayer", "images.raw",
            "autoscaler", ""));

    static {
        for (String model : Topics.MODELS) {
            READ.put("cnn-worker-" + model, "images.features " + SHARED);
            WRITTEN.put("cnn-worker-" + model, "emotions." + model + " internal.quarantine " + SHARED);
        }
    }

    private ExpectedRights() {}

    static Set<String> users() {
        return READ.keySet();
    }

    static Set<String> readBy(String user, Topics topics) {
        return names(READ.get(user), topics);
    }

    static Set<String> writtenBy(String user, Topics topics) {
        return names(WRITTEN.get(user), topics);
    }

    private static Set<String> names(String words, Topics topics) {
        return Stream.of(words.split(" "))
                .filter(word -> !word.isEmpty())
                .map(word -> topics.prefix() + word)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
