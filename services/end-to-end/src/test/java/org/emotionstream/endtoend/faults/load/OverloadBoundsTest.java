package org.emotionstream.endtoend.faults.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class OverloadBoundsTest {
    private static final double PER_SECOND = 40;
    private static final double SINGLE_MILLIS = 100;

    private final OverloadBounds bounds = new OverloadBounds(
            PER_SECOND, SINGLE_MILLIS, Map.of("broker-1", 200L, "cnn-worker-model-3", 120L, "landmarker", 250L));

    @Test
    void whatStaysWithinTheBoundsIsNoComplaint() {
        bounds.memory().note(Map.of("broker-1", 768L, "cnn-worker-model-3", 256L, "landmarker", 1024L));
        bounds.lag().note(Map.of("landmarker", 24_000L, "featurizer", 400L));
        assertThat(bounds.complaints(180)).isEmpty();
    }

    @Test
    void memoryBeyondWhatTheContainerMayTakeIsNamed() {
        bounds.memory().note(Map.of("broker-1", 769L, "cnn-worker-model-3", 257L, "landmarker", 1025L));
        assertThat(bounds.complaints(SINGLE_MILLIS))
                .containsExactlyInAnyOrder(
                        "broker-1 held 769 MB; its container may take 768",
                        "cnn-worker-model-3 held 257 MB; its container may take 256",
                        "landmarker held 1025 MB; its container may take 1024");
    }

    @Test
    void theLimitsAreThoseOfTheComposeFile() throws IOException {
        String compose = Files.readString(Path.of("../../docker/compose.yaml"));
        OverloadBounds.LIMITS.forEach((program, megabytes) ->
                assertThat(limits(compose, program)).as(program).isNotEmpty().containsOnly(megabytes));
    }

    private static List<Long> limits(String compose, String program) {
        return Pattern.compile("(?ms)^  " + program + "[a-z0-9-]*:$.*?mem_limit: (\\d+)([mg])$")
                .matcher(compose)
                .results()
                .map(found -> Long.parseLong(found.group(1)) * (found.group(2).equals("g") ? 1024 : 1))
                .toList();
    }

    @Test
    void singlePicturesThatStaySlowAreNamed() {
        assertThat(bounds.isQuick(180)).isTrue();
        assertThat(bounds.isQuick(181)).isFalse();
        assertThat(bounds.complaints(181)).singleElement().asString().contains("181 ms", "100 ms before");
    }

    @Test
    void aChainThatKeepsUpOrAClientThatDoesNotIsNoOverload() {
        Duration duration = Duration.ofSeconds(20);
        assertThat(bounds.complaintOfSent(1_600, 800, duration)).isEmpty();
        assertThat(bounds.complaintOfSent(1_600, 399, duration)).isPresent();
        assertThat(bounds.complaintOfSent(1_199, 800, duration)).isPresent();
    }
}
