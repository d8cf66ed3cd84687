package org.emotionstream.evaluation.skew;

import java.util.Locale;

/** What was measured as tables to read. */
final class SkewTable {
    private SkewTable() {}

    static String write(Skew skew) {
        StringBuilder out = new StringBuilder();
        line(out, "Release %s, faces and drawings of split %s%n", skew.releaseId(), skew.split());
        line(
                out,
                "%n%-37s %-53s %6s %6s %7s %7s%n",
                "The same face in two guises",
                "",
                "faces",
                "both",
                "kept",
                "change");
        for (SkewReport.Comparison each : skew.guises().comparisons()) {
            line(
                    out,
                    "%-37s %-53s %6d %6d %7s %7s%n",
                    each.kind(),
                    each.guises(),
                    each.faces(),
                    each.foundInBoth(),
                    share(each.kept()),
                    share(each.meanChange()));
        }
        line(
                out,
                "%n%-40s %8s %6s %10s %10s %9s %11s %14s%n",
                "Pictures without faces",
                "pictures",
                "boxes",
                "not-a-face",
                "uncertain",
                "emotions",
                "boxes/1000",
                "emotions/1000");
        for (FaceFreeReport.Source each : skew.faceFree().sources()) {
            line(
                    out,
                    "%-40s %8d %6d %10d %10d %9d %11.1f %14.1f%n",
                    each.name(),
                    each.pictures(),
                    each.boxes(),
                    each.notAFace(),
                    each.uncertain(),
                    each.emotions(),
                    each.boxesPerThousand(),
                    each.emotionsPerThousand());
        }
        return out.toString();
    }

    private static String share(double value) {
        return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, "%.3f", value);
    }

    private static void line(StringBuilder out, String format, Object... values) {
        out.append(String.format(Locale.ROOT, format, values));
    }
}
