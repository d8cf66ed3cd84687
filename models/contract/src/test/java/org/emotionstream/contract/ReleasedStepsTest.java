package org.emotionstream.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReleasedStepsTest {
    @TempDir
    Path root;

    private final List<String> opened = new ArrayList<>();
    private final List<String> closed = new ArrayList<>();

    @Test
    void opensEachReleaseOnceAndKeepsTheTwoUsedLast() throws IOException {
        for (String id : List.of("one", "two", "three")) {
            ReleaseFolder.write(root, id);
        }
        try (ReleasedSteps<Step> steps = new ReleasedSteps<>(new Releases(root), Step::new)) {
            steps.of("one");
            steps.of("two");
            steps.of("one");
            steps.of("three");
            assertThat(opened).containsExactly("one", "two", "three");
            assertThat(closed).isEmpty();
            steps.trim();
            assertThat(closed).containsExactly("two");
        }
        assertThat(closed).containsExactlyInAnyOrder("two", "one", "three");
    }

    @Test
    void aMissingReleaseIsAnErrorEveryTime() {
        try (ReleasedSteps<Step> steps = new ReleasedSteps<>(new Releases(root), Step::new)) {
            assertThatThrownBy(() -> steps.of("none")).isInstanceOf(ReleaseException.class);
            assertThatThrownBy(() -> steps.of("none")).isInstanceOf(ReleaseException.class);
        }
    }

    private final class Step implements AutoCloseable {
        private final String id;

        private Step(StoredRelease release) {
            id = release.release().id();
            opened.add(id);
        }

        @Override
        public void close() {
            closed.add(id);
        }
    }
}
