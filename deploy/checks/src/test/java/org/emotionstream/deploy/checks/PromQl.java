package org.emotionstream.deploy.checks;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The names of metrics in a query. promtool and Grafana parse queries; here only the names are wanted. */
final class PromQl {
    private static final Pattern NO_NAMES = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"|'[^']*'|\\{[^}]*\\}|\\[[^\\]]*\\]"
            + "|\\b(?:by|without|on|ignoring|group_left|group_right)\\s*\\([^)]*\\)|\\$\\w+");
    private static final Pattern LABEL_VALUES = Pattern.compile("label_values\\(\\s*(.*),\\s*\\w+\\s*\\)");
    private static final Pattern NAME = Pattern.compile("(?<![\\w.:])([a-zA-Z_:][\\w:]*)\\b(?!\\s*\\()");
    private static final Set<String> WORDS = Set.of(
            "and",
            "or",
            "unless",
            "bool",
            "offset",
            "by",
            "without",
            "on",
            "ignoring",
            "group_left",
            "group_right",
            "inf",
            "nan",
            "Inf",
            "NaN",
            "atan2");

    private PromQl() {}

    static Set<String> metrics(String query) {
        Matcher variable = LABEL_VALUES.matcher(query);
        String text = variable.matches() ? variable.group(1) : query;
        // Braces of variables of Grafana first: what stands in them is no matcher of labels.
        String plain = NO_NAMES.matcher(text.replaceAll("\\$\\{\\w+\\}", " ")).replaceAll(" ");
        Set<String> names = new TreeSet<>();
        Matcher found = NAME.matcher(plain);
        while (found.find()) {
            if (!WORDS.contains(found.group(1))) {
                names.add(found.group(1));
            }
        }
        return names;
    }
}
