package org.emotionstream.cli.shadow;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeSet;

/** A report in lines for people. */
public final class ShadowReportText {
    private static final int MOST_KINDS = 20;
    private static final int COLUMN = 13;

    private ShadowReportText() {}

    /** The lines. */
    public static List<String> lines(ShadowReport report) {
        List<String> lines = new ArrayList<>();
        lines.add("served with " + String.join(", ", report.servingReleases()) + "; shadow "
                + String.join(", ", report.shadowReleases()));
        lines.add(format(
                "images compared %d; partial, not compared %d; answered by the serving chain only %d, by the shadow only %d",
                report.images(), report.partial(), report.onlyServing(), report.onlyShadow()));
        lines.add(format(
                "faces found by both %d; by the serving release only %d, by the shadow only %d",
                report.all().faces(), report.servingFaces(), report.shadowFaces()));
        lines.add(format(
                "another emotion or status %d (%.1f %%); mean change of probabilities %.4f",
                report.all().differ(),
                100 * report.all().differing(),
                report.all().meanChange()));
        if (!report.outcomes().isEmpty()) {
            addOutcomes(report, lines);
        }
        report.groups().forEach((group, kinds) -> addGroup(group, kinds, lines));
        addLargest(report, lines);
        return lines;
    }

    private static void addOutcomes(ShadowReport report, List<String> lines) {
        TreeSet<String> columns = new TreeSet<>();
        report.outcomes().values().forEach(row -> columns.addAll(row.keySet()));
        lines.add("");
        StringBuilder header = new StringBuilder(pad("served \\ shadow", COLUMN + 3));
        columns.forEach(column -> header.append(format("%" + COLUMN + "s", column)));
        lines.add(header.toString());
        report.outcomes().forEach((served, row) -> {
            StringBuilder line = new StringBuilder(pad(served, COLUMN + 3));
            columns.forEach(column -> line.append(format("%" + COLUMN + "d", row.getOrDefault(column, 0L))));
            lines.add(line.toString());
        });
    }

    private static void addGroup(String group, SortedMap<String, FaceTally> kinds, List<String> lines) {
        lines.add("");
        lines.add(format("%-32s %8s %8s %9s %9s", "by " + group, "faces", "differ", "", "change"));
        kinds.entrySet().stream()
                .sorted(
                        kinds.size() > MOST_KINDS
                                ? Map.Entry.<String, FaceTally>comparingByValue(
                                                Comparator.comparingLong(FaceTally::faces))
                                        .reversed()
                                : Map.Entry.comparingByKey())
                .limit(MOST_KINDS)
                .forEach(kind -> lines.add(format(
                        "%-32s %8d %8d %7.1f %% %9.4f",
                        kind.getKey(),
                        kind.getValue().faces(),
                        kind.getValue().differ(),
                        100 * kind.getValue().differing(),
                        kind.getValue().meanChange())));
        if (kinds.size() > MOST_KINDS) {
            lines.add("and " + (kinds.size() - MOST_KINDS) + " more, see --json");
        }
    }

    private static void addLargest(ShadowReport report, List<String> lines) {
        if (report.largest().isEmpty()) {
            return;
        }
        lines.add("");
        lines.add("largest disagreements (image, face at, served, shadow, change)");
        report.largest()
                .forEach(one -> lines.add(format(
                        "%s  %s  %s -> %s  %.4f",
                        one.imageId(), one.place(), one.serving(), one.shadow(), one.change())));
    }

    private static String pad(String text, int width) {
        return format("%-" + width + "s", text);
    }

    private static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }
}
