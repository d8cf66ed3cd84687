package org.emotionstream.endtoend;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.emotionstream.endtoend.ScrapedMetrics.Family;

/** The table of the guide to metrics. */
final class MetricsTable {
    private static final Pattern CODE = Pattern.compile("`([a-z_]+)`");
    private static final String ALL = "all";

    private MetricsTable() {}

    /** What this service is to expose. */
    static Map<String, Family> of(String service) throws IOException {
        Map<String, Family> families = new TreeMap<>();
        for (String line : Files.readAllLines(CommandLineInterface.root().resolve("docs/guides/metrics.md"))) {
            if (line.startsWith("| `")) {
                String[] cells = line.split("\\|");
                Set<String> who =
                        Arrays.stream(cells[5].split(",")).map(String::strip).collect(Collectors.toSet());
                if (who.contains(ALL) || who.contains(service)) {
                    families.put(cells[1].strip().replace("`", ""), new Family(cells[2].strip(), names(cells[3])));
                }
            }
        }
        return families;
    }

    private static Set<String> names(String cell) {
        return CODE.matcher(cell).results().map(name -> name.group(1)).collect(Collectors.toCollection(TreeSet::new));
    }
}
