package org.emotionstream.cli.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.emotionstream.cli.records.RecordPlace;
import org.emotionstream.events.configuration.Topics;
import org.junit.jupiter.api.Test;

/** Where a picture that is open was last seen, at each stage of its way. */
class TrailTest {
    private static final RecordPlace RAW = new RecordPlace(0, 10);
    private static final RecordPlace ON = new RecordPlace(1, 20);

    private final Map<String, RecordPlace> seen = new HashMap<>(Map.of("images.raw", RAW));

    @Test
    void onImagesRaw() {
        assertThat(steps("landmarker")).containsExactly("images.raw 0@10, which landmarker has read");
        assertThat(steps()).containsExactly("images.raw 0@10, which landmarker has not read yet");
    }

    @Test
    void onImagesLandmarks() {
        seen.put("images.landmarks", ON);

        assertThat(steps("landmarker")).containsExactly("images.landmarks 1@20, which featurizer has not read yet");
    }

    @Test
    void onImagesFeatures() {
        seen.put("images.landmarks", ON);
        seen.put("images.features", ON);

        assertThat(steps("cnn-worker-model-1"))
                .containsExactly(
                        "images.features 1@20, which cnn-worker-model-1 has read",
                        "images.features 1@20, which cnn-worker-model-2 has not read yet",
                        "images.features 1@20, which cnn-worker-model-3 has not read yet",
                        "images.features 1@20, which cnn-worker-model-4 has not read yet");
    }

    @Test
    void onSomeOfTheDistributions() {
        for (String topic : List.of("images.landmarks", "images.features", "emotions.model-1", "emotions.model-4")) {
            seen.put(topic, ON);
        }

        assertThat(steps("cnn-worker-model-2", "combiner"))
                .containsExactly(
                        "images.features 1@20, which cnn-worker-model-2 has read",
                        "images.features 1@20, which cnn-worker-model-3 has not read yet",
                        "emotions.model-1 1@20, which combiner has read",
                        "emotions.model-4 1@20, which combiner has read");
    }

    @Test
    void onAllDistributions() {
        for (String topic : List.of("images.landmarks", "images.features")) {
            seen.put(topic, ON);
        }
        new Topics("").emotionsOfModels().forEach(topic -> seen.put(topic, ON));

        assertThat(steps()).hasSize(4).allSatisfy(step -> assertThat(step)
                .startsWith("emotions.model-")
                .endsWith("1@20, which combiner has not read yet"));
    }

    @Test
    void aStageThatKeepsLessThanTheNextIsNotWhereItStopped() {
        seen.put("emotions.model-1", ON);
        seen.put("images.features", ON);

        assertThat(steps()).noneMatch(step -> step.startsWith("images.raw"));
    }

    private List<String> steps(String... groupsThatRead) {
        List<String> read = List.of(groupsThatRead);
        return new Trail(new Topics(""))
                .lastSeen(seen, group -> (topic, place) -> read.contains(group)).stream()
                        .map(Trail.Step::toString)
                        .toList();
    }
}
