package org.emotionstream.endtoend;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What stands in {@code deploy/monitoring}. */
final class MonitoringFiles {
    private static final Path FOLDER = CommandLineInterface.root().resolve("deploy/monitoring");
    private static final String ROW = "row";

    // A name, and what it is asked to be labelled with. A function has a parenthesis behind it.
    private static final Pattern SELECTOR = Pattern.compile("([a-zA-Z_:][\\w:]*)(?![\\w:]|\\s*\\()(\\{[^}]*\\})?");
    private static final Pattern STRING = Pattern.compile("\"[^\"]*\"");
    private static final Pattern LABELS =
            Pattern.compile("\\b(by|on|without|ignoring|group_left|group_right)\\s*\\([^)]*\\)");
    private static final Pattern DURATION = Pattern.compile("\\[[^\\]]*\\]|\\boffset\\s+\\w+");
    private static final Set<String> WORDS = Set.of("and", "or", "unless", "bool");

    private MonitoringFiles() {}

    static Path rules() {
        return FOLDER.resolve("rules.yaml");
    }

    static Path dashboardFile() {
        return FOLDER.resolve("dashboard.json");
    }

    static JsonNode dashboard() throws IOException {
        return new ObjectMapper().readTree(dashboardFile().toFile());
    }

    /** The panels without the headings. */
    static List<JsonNode> panels() throws IOException {
        List<JsonNode> panels = new ArrayList<>();
        dashboard().get("panels").forEach(panel -> {
            if (!panel.get("type").asText().equals(ROW)) {
                panels.add(panel);
            }
        });
        return panels;
    }

    /** Every query of the dashboard. */
    static List<String> queries() throws IOException {
        List<String> queries = new ArrayList<>();
        for (JsonNode panel : panels()) {
            panel.get("targets")
                    .forEach(target -> queries.add(target.get("expr").asText()));
        }
        return queries;
    }

    static boolean hasRunbookPage(String alert) {
        return Files.isReadable(CommandLineInterface.root().resolve("docs/runbook/alerts/" + alert + ".md"));
    }

    /** What a query reads, such as {@code up{job="landmarker"}}, without ranges and offsets. */
    static Set<String> selectors(String query) {
        Set<String> selectors = new TreeSet<>();
        String bare = DURATION.matcher(LABELS.matcher(query).replaceAll(" ")).replaceAll(" ");
        Matcher matcher = SELECTOR.matcher(bare);
        while (matcher.find()) {
            boolean inString = isInString(bare, matcher.start());
            if (!inString && !WORDS.contains(matcher.group(1))) {
                selectors.add(matcher.group());
            }
        }
        return selectors;
    }

    private static boolean isInString(String text, int at) {
        return STRING.matcher(text).results().anyMatch(string -> string.start() < at && at < string.end());
    }
}
