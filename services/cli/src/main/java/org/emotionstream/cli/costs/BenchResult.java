package org.emotionstream.cli.costs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.emotionstream.cli.terminal.CommandException;
import org.emotionstream.cli.terminal.ExitCodes;

/**
 * The output of {@code ./emotionstream bench --json}: the median of each figure over the rounds, and where it was
 * measured. Of two checkouts, the one that is not the baseline.
 *
 * @param origin time, commit and machine, in one line
 * @param figures by input, then by name
 */
record BenchResult(String origin, Map<String, Map<String, Double>> figures) {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String RESOURCE = "costs.json";

    /** What was measured when this program was released. */
    static BenchResult released() {
        try (InputStream stream = BenchResult.class.getResourceAsStream(RESOURCE)) {
            return of(MAPPER.readTree(stream));
        } catch (IOException e) {
            throw new IllegalStateException("the resource " + RESOURCE + " is part of this program", e);
        }
    }

    /**
     * What somebody has measured.
     *
     * @throws CommandException when the file cannot be read, or is not what {@code bench --json} prints
     */
    static BenchResult read(Path file) {
        try {
            JsonNode root = MAPPER.readTree(Files.readAllBytes(file));
            CommandException.check(
                    root != null
                            && root.path("inputs").isObject()
                            && root.path("machine").isObject(),
                    "--costs: expected the output of ./emotionstream bench --json, found something else in " + file);
            return of(root);
        } catch (NoSuchFileException e) {
            throw new CommandException(ExitCodes.USAGE, "--costs: there is no file " + file, e);
        } catch (IOException e) {
            throw new CommandException(
                    ExitCodes.USAGE,
                    "--costs: " + file + " cannot be read as JSON: "
                            + e.getMessage().lines().findFirst().orElse(""),
                    e);
        }
    }

    private static BenchResult of(JsonNode root) {
        Map<String, Map<String, Double>> figures = new LinkedHashMap<>();
        root.path("inputs").fields().forEachRemaining(input -> {
            Map<String, Double> byName = new LinkedHashMap<>();
            input.getValue().forEach(row -> median(row.path("after"))
                    .ifPresent(value -> byName.put(row.path("name").asText(), value)));
            figures.put(input.getKey(), byName);
        });
        JsonNode machine = root.path("machine");
        JsonNode commits = root.path("commits");
        String commit = commits.path("commit").asText(commits.path("after").asText("unknown"));
        String origin = "measured " + root.path("time").asText("at an unknown time") + ", commit " + commit + ", on "
                + machine.path("processor").asText("an unknown processor") + ", "
                + machine.path("cores").asText("?") + " cores";
        return new BenchResult(origin, figures);
    }

    private static OptionalDouble median(JsonNode values) {
        List<Double> sorted = new ArrayList<>();
        values.forEach(value -> sorted.add(value.asDouble()));
        sorted.sort(Double::compare);
        return sorted.isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of((sorted.get((sorted.size() - 1) / 2) + sorted.get(sorted.size() / 2)) / 2);
    }

    /** A figure of an input; empty where it was not measured. */
    OptionalDouble figure(String input, String name) {
        Double value = figures.getOrDefault(input, Map.of()).get(name);
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }
}
