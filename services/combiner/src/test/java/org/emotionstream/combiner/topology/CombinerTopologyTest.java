package org.emotionstream.combiner.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CombinerTopologyTest {
    @TempDir
    private Path folder;

    /** A change here renames changelogs or loses state: it needs a plan for those who run the old one. */
    @Test
    void isTheApprovedOne() throws IOException {
        try (Story story = new Story(folder);
                InputStream approved = getClass().getResourceAsStream("/approved-topology.txt")) {
            assertThat(story.topology().describe().toString().strip())
                    .isEqualTo(new String(approved.readAllBytes(), StandardCharsets.UTF_8).strip());
        }
    }
}
