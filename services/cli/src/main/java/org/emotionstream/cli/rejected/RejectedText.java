package org.emotionstream.cli.rejected;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.emotionstream.cli.records.RecordPlace;
import org.emotionstream.cli.terminal.Json;
import org.emotionstream.contract.Printable;

/** Rejected records as lines for people, and as JSON. */
public final class RejectedText {
    private static final String ROW = "%-24s %-18s %7s %12s  %s";

    private RejectedText() {}

    /** The names of the columns of {@link #row}. */
    public static String header() {
        return String.format(Locale.ROOT, ROW, "set aside", "reason", "attempt", "bytes", "image id");
    }

    /** One line. */
    public static String row(RejectedRecord record) {
        return String.format(
                Locale.ROOT,
                ROW,
                record.at(),
                Printable.of(record.reason()),
                record.attempt(),
                record.payload().bytes() + (record.kept() ? "" : " (gone)"),
                record.imageId());
    }

    /** How many there are, in all and for each reason. */
    public static String summary(List<RejectedRecord> records) {
        Map<String, Long> reasons = records.stream()
                .collect(Collectors.groupingBy(RejectedRecord::reason, TreeMap::new, Collectors.counting()));
        return records.size() + " rejected"
                + reasons.entrySet().stream()
                        .map(each -> each.getValue() + " " + each.getKey())
                        .collect(Collectors.joining(", ", records.isEmpty() ? "" : ": ", ""));
    }

    /** All about one. */
    public static List<String> lines(RejectedRecord record) {
        List<String> lines = new ArrayList<>();
        lines.add("image id   " + record.imageId());
        lines.add("reason     " + record.reason() + ": " + record.message());
        lines.add("rejected   by " + record.stage() + " at " + record.at() + ", attempt " + record.attempt());
        lines.add("size       " + record.payload().bytes() + " bytes");
        lines.add("sha-256    " + record.payload().sha256());
        lines.add("place      images.raw "
                + record.origin().map(RecordPlace::toString).orElse("not said") + ", images.rejected "
                + record.place());
        if (!record.kept()) {
            lines.add("pixels     not kept (landmarker.rejected-pixels): there is nothing to replay");
        }
        return lines;
    }

    /** One line of JSON. */
    public static String json(RejectedRecord record) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("imageId", record.imageId());
        node.put("reason", record.reason());
        node.put("message", record.message());
        node.put("stage", record.stage());
        node.put("rejectedAt", record.at().toString());
        node.put("attempt", record.attempt());
        node.put("bytes", record.payload().bytes());
        node.put("sha256", record.payload().sha256());
        node.put("kept", record.kept());
        record.origin().ifPresent(origin -> {
            node.put("rawPartition", origin.partition());
            node.put("rawOffset", origin.offset());
        });
        node.put("partition", record.place().partition());
        node.put("offset", record.place().offset());
        return Json.line(node);
    }
}
