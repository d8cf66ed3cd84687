package org.emotionstream.cli.audit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.emotionstream.cli.audit.Judgement.Kind;
import org.emotionstream.cli.audit.Judgement.Standing;

/** The audit as lines for people. */
public final class AuditText {
    private AuditText() {}

    /** The balance, then a line for each finding, then the verdict. */
    public static List<String> lines(AuditReport report) {
        Verdict verdict = report.verdict();
        List<String> lines = new ArrayList<>();
        lines.add(row("raw records taken", verdict.taken()));
        for (Standing standing : Standing.values()) {
            long count = verdict.pictures(standing);
            if (standing == Standing.UNKNOWN || standing == Standing.ERASED) {
                if (count > 0) {
                    lines.add(row("  " + word(standing), count));
                }
            } else if (standing != Standing.OLDER && standing != Standing.NOT_TAKEN) {
                lines.add(row("  " + word(standing), count));
            }
        }
        lines.add(row("  duplicate", verdict.duplicates()));
        lines.add(row("  replayed", verdict.replays()));
        lines.add(row("waiting on images.raw", report.waiting()));
        notes(report, lines);
        report.findings().forEach(finding -> lines.add(line(finding)));
        if (report.findings().size() < report.faults()) {
            lines.add(report.faults() + " findings in all: raise --limit to list more of them");
        }
        lines.add(closing(report));
        return lines;
    }

    private static void notes(AuditReport report, List<String> lines) {
        if (report.verdict().takenAgain() > 0) {
            lines.add(row("taken again after a restart", report.verdict().takenAgain()));
        }
        if (report.verdict().answeredAgain() > 0) {
            lines.add(row("answered again beyond the horizon", report.verdict().answeredAgain()));
        }
        if (report.unreadable() > 0) {
            lines.add(row("records that cannot be read", report.unreadable()));
        }
        if (!report.judgedSince().equals(Instant.EPOCH)) {
            lines.add("not judged: what entered before " + report.judgedSince()
                    + (report.question()
                                    .since()
                                    .map(report.judgedSince()::equals)
                                    .orElse(false)
                            ? ", as asked"
                            : ", because the topics no longer keep all of it"));
        }
    }

    private static String line(AuditFinding finding) {
        String name = finding.imageId().isEmpty() ? "(image id not known)" : finding.imageId();
        return word(finding.kind()) + ": " + name
                + (finding.digest().isEmpty() ? "" : " " + finding.digest())
                + finding.sourceId().map(source -> ", source " + source).orElse("")
                + ", entered " + finding.entered()
                + finding.raw().map(place -> ", images.raw " + place).orElse("")
                + (finding.attempt() > 1 ? ", attempt " + finding.attempt() : "")
                + ": " + finding.why() + "; last seen on "
                + finding.lastSeen().stream().map(Object::toString).collect(Collectors.joining("; "));
    }

    private static String closing(AuditReport report) {
        return report.balances()
                ? "it balances"
                : String.format(
                        Locale.ROOT,
                        "it does not balance: %d missing, %d doubled, %d open for longer than %s",
                        report.missing(),
                        report.faults(Kind.DOUBLED),
                        report.faults(Kind.OPEN_TOO_LONG),
                        report.question().openLongerThan());
    }

    static String word(Enum<?> constant) {
        return constant == Standing.UNKNOWN
                ? "not in the ledger"
                : constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static String row(String what, long count) {
        return String.format(Locale.ROOT, "%-36s %,15d", what, count);
    }
}
