package org.emotionstream.cli.plan;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.emotionstream.cli.CommandRun;
import org.emotionstream.cli.terminal.ExitCodes;
import org.emotionstream.events.configuration.Topics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The command as it is typed, with costs that are round numbers. */
class PlanCommandTest {
    private static final String FRAMES = "--rate 1000 --width 640 --height 480 --faces 2";

    @Test
    void printsEachNumberWithItsReason() throws Exception {
        assertThat(plan(FRAMES).output()).containsExactlyElementsOf(Files.readAllLines(resource("plan.txt")));
    }

    @Test
    void printsTheSameAsJson() throws Exception {
        JsonNode json = json(FRAMES + " --json");

        assertThat(json.at("/services/0/instances").asInt()).isEqualTo(10);
        assertThat(json.at("/services/0/because").asText()).startsWith("5.29 ms an image");
        assertThat(json.at("/topics"))
                .extracting(topic -> topic.get("topic").asText())
                .containsExactlyElementsOf(new Topics("").all());
        assertThat(json.at("/brokers/limits"))
                .extracting(limit -> limit.get("what").asText())
                .containsExactly("copies", "network", "disk", "processor", "partitions");
        assertThat(json.at("/walls")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--rate 0 | --rate: expected more than 0 images a second, found 0.0",
                "--rate NaN | --rate: expected more than 0 images a second, found NaN",
                "--faces -1 | --faces: expected 0 to 64 an image, found -1.0",
                "--faces 65 | --faces: expected 0 to 64",
                "--width 0 | --width: expected 1 pixel or more, found 0",
                "--height -3 | --height: expected 1 pixel or more, found -3",
                "--width 200000 | expected at most 50 megapixels",
                "--smallest-face 39 | --smallest-face: expected 40 pixels or more, found 39",
                "--image-bytes 0 | --image-bytes: expected 1 to 16777216 bytes, found 0",
                "--image-bytes 16777217 | --image-bytes: expected 1 to 16777216 bytes",
                "--horizon PT20H | --horizon: expected more than PT28H",
                "--utilisation 4 | --utilisation: expected more than the 0.050 cores",
                "--utilisation 0 | --utilisation: expected 1 to 100 per cent, found 0",
                "--growth 0.5 | --growth: expected 1 or more, found 0.5",
                "--cores-per-instance 0 | --cores-per-instance: expected 1 or more",
                "--replication 0 | --replication: expected 1 or more",
                "--readers -1 | --readers: expected 0 or more",
                "--broker-cores 0 | --broker-cores: expected 1 or more",
                "--broker-network 0 | --broker-network: expected more than 0",
                "--broker-disk -1 | --broker-disk: expected more than 0",
                "--rate 1e15 | found one that needs more",
                "--costs no-such-file.json | --costs: there is no file no-such-file.json"
            })
    void refusesNonsenseAndSaysWhatWasExpected(String options, String message) throws Exception {
        // The last of two options would be refused by picocli for being there twice.
        String option = options.split(" ")[0];
        List<String> words = new ArrayList<>(List.of(FRAMES.split(" ")));
        int there = words.indexOf(option);
        if (there >= 0) {
            words.subList(there, there + 2).clear();
        }
        words.addAll(List.of(options.split(" ")));
        CommandRun run = plan(String.join(" ", words));

        assertThat(run.exitCode()).isEqualTo(ExitCodes.USAGE);
        assertThat(run.errors()).contains(message).doesNotContain("internal error");
    }

    /** Every option that is not a whole of its own is needed. */
    @ParameterizedTest
    @CsvSource({"--rate", "--width", "--height", "--faces"})
    void namesWhatIsMissing(String option) throws Exception {
        List<String> words = new ArrayList<>(List.of(FRAMES.split(" ")));
        words.subList(words.indexOf(option), words.indexOf(option) + 2).clear();
        CommandRun run = plan(String.join(" ", words));

        assertThat(run.exitCode()).isEqualTo(ExitCodes.USAGE);
        assertThat(run.errors()).contains("Missing required option: '" + option);
    }

    private static JsonNode json(String options) throws Exception {
        return new ObjectMapper().readTree(plan(options).text());
    }

    private static CommandRun plan(String options) throws Exception {
        List<String> words = new ArrayList<>(List.of("plan"));
        words.addAll(List.of(options.split(" ")));
        if (!words.contains("--costs")) {
            words.addAll(List.of("--costs", resource("costs.json").toString()));
        }
        return CommandRun.of(words.toArray(String[]::new));
    }

    private static Path resource(String name) throws IOException, URISyntaxException {
        return Path.of(PlanCommandTest.class.getResource(name).toURI());
    }
}
