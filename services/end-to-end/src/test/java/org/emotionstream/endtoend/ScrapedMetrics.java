package org.emotionstream.endtoend;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What one service says on {@code /q/metrics}, as far as it is of our own code. */
record ScrapedMetrics(List<String> lines) {
    // One for all: a client that nobody refers to any more may end while an answer is still awaited.
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final Pattern OURS = Pattern.compile("(# (HELP|TYPE) )?(emotionstream|combiner)_.*");
    private static final Pattern SAMPLE = Pattern.compile("([a-z_]+)(?:\\{(.*)})? (\\S+)");
    private static final Pattern LABEL = Pattern.compile("([a-z_]+)=\"([^\"]*)\"");
    private static final Set<String> PARTS_OF_HISTOGRAM = Set.of("_bucket", "_sum", "_count");

    /** One line. */
    record Sample(String name, Map<String, String> labels, double value) {}

    /** What is said of one metric: its type, and the names of its labels. */
    record Family(String type, Set<String> labels) {}

    static ScrapedMetrics of(int port) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/q/metrics"))
                .header("Accept", "text/plain; version=0.0.4")
                .timeout(Duration.ofSeconds(20))
                .build();
        HttpResponse<String> response = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
        return new ScrapedMetrics(response.body()
                .lines()
                .filter(line -> OURS.matcher(line).matches())
                .toList());
    }

    /** As they are exposed, for a tool that reads them. */
    String text() {
        return String.join("\n", lines) + "\n";
    }

    /** By name; a histogram is one. */
    Map<String, Family> families() {
        Map<String, Family> families = new TreeMap<>();
        lines.stream().filter(line -> line.startsWith("# TYPE ")).forEach(line -> {
            String[] words = line.split(" ");
            families.put(words[2], new Family(words[3], new TreeSet<>()));
        });
        for (Sample sample : samples()) {
            Set<String> labels = family(families, sample.name()).labels();
            sample.labels().keySet().stream()
                    .filter(label -> !label.equals("le"))
                    .forEach(labels::add);
        }
        return families;
    }

    private static Family family(Map<String, Family> families, String sample) {
        if (families.containsKey(sample)) {
            return families.get(sample);
        }
        for (String part : PARTS_OF_HISTOGRAM) {
            String name = sample.endsWith(part) ? sample.substring(0, sample.length() - part.length()) : "";
            if (families.containsKey(name)) {
                return families.get(name);
            }
        }
        throw new AssertionError("a sample without a type: " + sample);
    }

    List<Sample> samples() {
        return lines.stream()
                .filter(line -> !line.startsWith("#"))
                .map(ScrapedMetrics::sample)
                .toList();
    }

    private static Sample sample(String line) {
        Matcher sample = SAMPLE.matcher(line);
        if (!sample.matches()) {
            throw new AssertionError("no sample: " + line);
        }
        String labels = sample.group(2) == null ? "" : sample.group(2);
        return new Sample(
                sample.group(1),
                LABEL.matcher(labels).results().collect(Collectors.toMap(l -> l.group(1), l -> l.group(2))),
                Double.parseDouble(sample.group(3).replace("+Inf", "Infinity")));
    }

    /** The sum of the samples of this name that have this label; of all, where the value is empty. */
    double sum(String name, String label, String value) {
        Predicate<Sample> wanted =
                sample -> value.isEmpty() || value.equals(sample.labels().get(label));
        return samples().stream()
                .filter(sample -> sample.name().equals(name))
                .filter(wanted)
                .mapToDouble(Sample::value)
                .sum();
    }

    double sum(String name) {
        return sum(name, "", "");
    }
}
