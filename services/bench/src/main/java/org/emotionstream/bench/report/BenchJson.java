package org.emotionstream.bench.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

/** The figures of a run as JSON, for programs: every value of every round. */
public final class BenchJson {
    private BenchJson() {}

    /**
     * The tree of a run.
     *
     * @param commits the commit of each measured checkout, by its side
     * @param sides the names of both sides
     * @param results by the name of the input
     */
    public static ObjectNode of(
            Instant time,
            Machine machine,
            Map<String, String> commits,
            Sides sides,
            Map<String, MeasuredRounds> results) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("time", time.truncatedTo(ChronoUnit.SECONDS).toString());
        root.putObject("machine")
                .put("processor", machine.processor())
                .put("cores", machine.cores())
                .put("memoryMegabytes", machine.memoryMegabytes())
                .put("java", machine.java());
        ObjectNode named = root.putObject("commits");
        commits.forEach(named::put);
        ObjectNode inputs = root.putObject("inputs");
        results.forEach((input, rounds) -> {
            ArrayNode rows = inputs.putArray(input);
            rounds.rows().forEach(row -> put(row, sides, rows.addObject()));
        });
        return root;
    }

    private static void put(MeasuredRounds.Row row, Sides sides, ObjectNode node) {
        node.put("name", row.name()).put("unit", row.unit());
        if (!row.before().isEmpty()) {
            put(row.before(), node.putArray(sides.before()));
        }
        put(row.after(), node.putArray(sides.after()));
        row.ratio().ifPresent(ratio -> node.putObject("ratio")
                .put("median", ratio.median())
                .put("least", ratio.least())
                .put("most", ratio.most()));
    }

    private static void put(List<Double> values, ArrayNode array) {
        values.forEach(array::add);
    }
}
