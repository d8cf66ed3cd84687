package org.emotionstream.cli.audit;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import org.emotionstream.cli.audit.Judgement.Kind;
import org.emotionstream.cli.audit.Judgement.Standing;
import org.emotionstream.cli.terminal.Json;

/** The audit as one JSON object; its fields are described in docs/guides/audit.md. */
public final class AuditJson {

    private AuditJson() {}

    /** One line. */
    public static String of(AuditReport report) {
        Verdict verdict = report.verdict();
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("balances", report.balances());
        node.put("at", report.question().now().toString());
        node.put(
                "judgedSince",
                report.judgedSince().equals(Instant.EPOCH)
                        ? null
                        : report.judgedSince().toString());
        node.put("openLongerThan", report.question().openLongerThan().toString());
        ObjectNode records = node.putObject("records");
        records.put("taken", verdict.taken());
        for (Standing standing : Standing.values()) {
            if (standing != Standing.OLDER && standing != Standing.NOT_TAKEN) {
                records.put(name(standing), verdict.pictures(standing));
            }
        }
        records.put("duplicate", verdict.duplicates());
        records.put("replayed", verdict.replays());
        node.put("waiting", report.waiting());
        node.put("takenAgain", verdict.takenAgain());
        node.put("answeredAgain", verdict.answeredAgain());
        node.put("unreadable", report.unreadable());
        for (Kind kind : Kind.values()) {
            node.put(name(kind), report.faults(kind));
        }
        ArrayNode findings = node.putArray("findings");
        report.findings().forEach(finding -> add(findings.addObject(), finding));
        return Json.line(node);
    }

    private static void add(ObjectNode node, AuditFinding finding) {
        node.put("kind", name(finding.kind()));
        node.put("why", finding.why());
        node.put("imageId", finding.imageId());
        node.put("digest", finding.digest());
        node.put("sourceId", finding.sourceId().orElse(null));
        node.put("enteredAt", finding.entered().toString());
        node.put("attempt", finding.attempt());
        finding.raw().ifPresent(place -> {
            node.put("rawPartition", place.partition());
            node.put("rawOffset", place.offset());
        });
        ArrayNode seen = node.putArray("lastSeen");
        for (Trail.Step step : finding.lastSeen()) {
            ObjectNode each = seen.addObject();
            each.put("topic", step.topic());
            step.place().ifPresent(place -> {
                each.put("partition", place.partition());
                each.put("offset", place.offset());
            });
            each.put("next", step.group());
            each.put("read", step.read());
        }
    }

    private static String name(Enum<?> constant) {
        return switch (constant.name()) {
            case "UNKNOWN" -> "notInLedger";
            case "OPEN_TOO_LONG" -> "openTooLong";
            default -> constant.name().toLowerCase(java.util.Locale.ROOT);
        };
    }
}
