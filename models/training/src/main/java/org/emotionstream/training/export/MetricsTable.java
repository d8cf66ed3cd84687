package org.emotionstream.training.export;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The figures of an evaluation in Markdown: a line for each of the networks and the combination, and the
 * recall of each class. Reads the object that {@code evaluate --json} prints.
 */
final class MetricsTable {
    private static final String COMBINED = "combined";

    private final JsonNode figures;

    MetricsTable(JsonNode figures) {
        this.figures = figures;
    }

    String text() {
        if (!figures.has(COMBINED)) {
            return "Not measured on a validation split: the data set has none.";
        }
        return models() + "\n" + classes();
    }

    private String models() {
        StringBuilder table = new StringBuilder(String.format(
                Locale.ROOT,
                "On the validation split, by the code that serves. n = %,d labelled pictures whose group is not in the"
                        + " training split; a face was found in %,d of them (coverage %.3f). Over all pictures, nothing"
                        + " found counts as wrong.%n%n"
                        + "| | accuracy over faces found | accuracy over all pictures | macro-F1 (8 emotions) |%n"
                        + "|---|---|---|---|%n",
                figures.path("pictures").asInt(),
                figures.path("found").asInt(),
                figures.path("coverage").asDouble()));
        for (Map.Entry<String, JsonNode> field : figures.properties()) {
            if (field.getValue().has("accuracyAll")) {
                table.append(row(field.getKey(), field.getValue()));
            }
        }
        return table + comparison();
    }

    /** Said plainly, because it is what a combination is for. */
    private String comparison() {
        double combined = figures.path(COMBINED).path("accuracy").asDouble();
        String better = figures.properties().stream()
                .filter(field -> field.getValue().path("accuracy").asDouble() >= combined)
                .map(Map.Entry::getKey)
                .filter(name -> !name.equals(COMBINED))
                .collect(Collectors.joining(", "));
        return better.isEmpty()
                ? "\nThe combination is more accurate than each single network here.\n"
                : "\n**The combination is not more accurate than " + better + " here.**\n";
    }

    private static String row(String name, JsonNode scores) {
        return String.format(
                Locale.ROOT,
                "| %s | %.3f | %.3f | %.3f |%n",
                name,
                scores.path("accuracy").asDouble(),
                scores.path("accuracyAll").asDouble(),
                scores.path("macroF1").asDouble());
    }

    /** Of the combination. */
    private String classes() {
        StringBuilder table = new StringBuilder("The combination, class by class, over faces found:\n\n"
                + "| class | n | recall | precision |\n|---|---|---|---|\n");
        for (Map.Entry<String, JsonNode> field :
                figures.path(COMBINED).path("perClass").properties()) {
            JsonNode scores = field.getValue();
            table.append(String.format(
                    Locale.ROOT,
                    "| %s | %d | %s | %s |%n",
                    field.getKey(),
                    scores.path("n").asInt(),
                    share(scores.path("recall")),
                    share(scores.path("precision"))));
        }
        return table.toString();
    }

    /** A share of nothing is no number. */
    private static String share(JsonNode number) {
        return number.isNumber() ? String.format(Locale.ROOT, "%.3f", number.asDouble()) : "–";
    }
}
