package org.emotionstream.training.recipe;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.emotionstream.training.network.PaperArchitecture;
import org.junit.jupiter.api.Test;

class WorkFolderTest {
    private static final TrainingPlan PLAN = TrainingPlan.standard(1, 3, List.of(2, 2, 2, 2), 0);

    @Test
    void aNetworkThatLearnedFromOtherFacesHasAnotherName() {
        NetworkFile network = network("data", "faces");

        assertThat(network("data", "faces")).isEqualTo(network);
        assertThat(network("other data", "faces")).isNotEqualTo(network);
        assertThat(network("data", "faces of another landmark model")).isNotEqualTo(network);
    }

    private static NetworkFile network(String data, String faces) {
        return new WorkFolder(Path.of("work"), data, faces).network(PLAN, 0, PaperArchitecture.MODEL_1);
    }
}
