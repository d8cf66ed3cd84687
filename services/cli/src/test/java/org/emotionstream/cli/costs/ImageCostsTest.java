package org.emotionstream.cli.costs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.emotionstream.cli.terminal.CommandException;
import org.emotionstream.events.configuration.ServiceNames;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ImageCostsTest {
    private static final double PART = 0.25;

    @TempDir
    Path folder;

    @Test
    void theLinesOfAMeasurementAreFound() throws IOException {
        ImageCosts costs = costs(made());

        assertThat(costs.origin())
                .isEqualTo("measured 2026-11-30T12:00:00Z, commit 0123456, on a made-up processor, 2 cores");
        line(costs.decode(), 0.1, 2);
        line(costs.find(), 0.5, 10);
        line(costs.services().get(ServiceNames.LANDMARKER), 0.5, 0.25);
        line(costs.services().get("cnn-worker-model-3"), 0.4, 0.3);
        line(costs.services().get(ServiceNames.COMBINER), 0.6, 0.05);
        assertThat(costs.brokerKilobyte()).isCloseTo(0.01, within(1e-4));
        assertThat(costs.polling().get("featurizer")).isCloseTo(0.05, within(1e-4));
        // 0.4 cores for seven services and the client of bench
        assertThat(costs.brokerPolling()).isCloseTo(0.05, within(1e-4));
        assertThat(costs.megabytes())
                .containsEntry(ServiceNames.COMBINER, 150.0)
                .containsKey("broker");
    }

    @Test
    void theMedianOfSeveralRoundsCounts() throws IOException {
        ImageCosts costs = costs(made().replace("\"after\": [180]", "\"after\": [900, 200, 100]"));

        assertThat(costs.megabytes()).containsEntry(ServiceNames.LANDMARKER, 200.0);
    }

    @Test
    void aMeasurementWithoutAChainIsRefusedWithWhatToDo() {
        assertThatThrownBy(() -> costs(made().replace(".cpu.featurizer", ".cpu.other")))
                .isInstanceOf(CommandException.class)
                .hasMessageContaining("expected saturation.cpu.featurizer at two rates")
                .hasMessageContaining("without --kernels-only");
    }

    @Test
    void whatIsNoMeasurementIsRefused() {
        assertThatThrownBy(() -> costs("[1, 2]")).hasMessageContaining("expected the output of ./emotionstream bench");
        assertThatThrownBy(() -> costs("")).hasMessageContaining("expected the output of ./emotionstream bench");
        assertThatThrownBy(() -> costs("{nonsense")).hasMessageContaining("cannot be read as JSON");
        assertThatThrownBy(() -> ImageCosts.of(Optional.of(folder.resolve("none.json"))))
                .isInstanceOf(CommandException.class)
                .hasMessageContaining("there is no file");
    }

    /** What was measured for this release is explained by the lines, for each input with a chain. */
    @ParameterizedTest
    @EnumSource
    void theReleasedCostsExplainWhatWasMeasured(BenchPicture picture) {
        BenchResult measured = BenchResult.released();
        ImageCosts costs = ImageCosts.of(Optional.empty());
        if (measured.figure(picture.label(), "saturation.cpu.landmarker").isEmpty()) {
            return;
        }
        double faces = measured.figure(picture.label(), "steps.faces").orElseThrow();
        double rate = measured.figure(picture.label(), "saturation.throughput").orElseThrow();
        double expected = costs.decode().at(picture.decoded()) + costs.find().at(picture.searched());
        double found = 0;
        for (String service : ServiceNames.ALL) {
            expected += costs.services().get(service).at(faces)
                    + 1_000 * costs.polling().get(service) / rate;
            found += measured.figure(picture.label(), "saturation.cpu." + service)
                    .orElseThrow();
        }
        assertThat(expected).as(picture.label()).isCloseTo(found, within(PART * found));
    }

    private static void line(CostLine line, double fixed, double slope) {
        assertThat(line.fixed()).isCloseTo(fixed, within(1e-4));
        assertThat(line.slope()).isCloseTo(slope, within(1e-4));
    }

    private ImageCosts costs(String json) throws IOException {
        return ImageCosts.of(Optional.of(Files.writeString(folder.resolve("costs.json"), json)));
    }

    private static String made() throws IOException {
        try (InputStream stream = ImageCostsTest.class.getResourceAsStream("/org/emotionstream/cli/plan/costs.json")) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
