package org.emotionstream.evaluation.report.chart;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Pieces of HTML that are well-formed XML too. */
public final class Markup {
    private Markup() {}

    /** Text as it may stand between tags and in attributes. */
    public static String text(Object value) {
        return value.toString()
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                // A number and its unit stay on one line.
                .replace(" %", "\u00a0%");
    }

    /** A paragraph of plain text. */
    public static String paragraph(String text) {
        return "<p>" + text(text) + "</p>\n";
    }

    /** A paragraph in small print. */
    public static String note(String text) {
        return "<p class=\"note\">" + text(text) + "</p>\n";
    }

    /** A list of plain sentences. */
    public static String list(List<String> sentences) {
        return sentences.stream()
                .map(sentence -> "<li>" + text(sentence) + "</li>")
                .collect(Collectors.joining("\n", "<ul>", "</ul>\n"));
    }

    /** A heading within a section. */
    public static String heading(String text) {
        return "<h3>" + text(text) + "</h3>\n";
    }

    /**
     * A table that scrolls within itself when it is wider than the page.
     *
     * @param heads of the columns, plain text
     * @param rows cells, markup; the first cell of each names the row
     * @param words indices of the columns that hold words, not numbers
     */
    public static String table(List<String> heads, List<List<String>> rows, Integer... words) {
        Set<Integer> left = Set.of(words);
        String head = IntStream.range(0, heads.size())
                .mapToObj(i -> "<th scope=\"col\"" + style(left, i) + ">" + text(heads.get(i)) + "</th>")
                .collect(Collectors.joining());
        String body = rows.stream().map(cells -> row(cells, left)).collect(Collectors.joining("\n"));
        return "<div class=\"scroll\" tabindex=\"0\"><table><thead><tr>" + head + "</tr></thead>\n<tbody>\n" + body
                + "\n</tbody></table></div>\n";
    }

    private static String row(List<String> cells, Set<Integer> left) {
        String rest = IntStream.range(1, cells.size())
                // A cell may bring its own tag, to be coloured.
                .mapToObj(i -> cells.get(i).startsWith("<td")
                        ? cells.get(i)
                        : "<td" + style(left, i) + ">" + cells.get(i) + "</td>")
                .collect(Collectors.joining());
        return "<tr><th scope=\"row\">" + cells.get(0) + "</th>" + rest + "</tr>";
    }

    private static String style(Set<Integer> left, int column) {
        return left.contains(column) ? " class=\"words\"" : "";
    }

    /** A share or difference with three decimals. */
    public static String number(double value) {
        return String.format(Locale.ROOT, "%.3f", zeroed(value));
    }

    /** A difference, its sign always shown. */
    public static String signed(double value) {
        return zeroed(value) == 0 ? "0.000" : String.format(Locale.ROOT, "%+.3f", value);
    }

    /** A whole number, thousands apart. */
    public static String count(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    /** A share in per cent. */
    public static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f\u00a0%%", 100 * share);
    }

    /** There is no negative zero for readers. */
    private static double zeroed(double value) {
        return Math.abs(value) < 0.0005 ? 0 : value;
    }
}
