package org.emotionstream.cli.shadow;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A report as one line of JSON, for programs. */
public final class ShadowReportJson {
    private static final ObjectMapper JSON = new ObjectMapper();

    private ShadowReportJson() {}

    /** The line. */
    public static String of(ShadowReport report) {
        ObjectNode root = JSON.createObjectNode();
        root.set("servingReleases", JSON.valueToTree(report.servingReleases()));
        root.set("shadowReleases", JSON.valueToTree(report.shadowReleases()));
        root.put("images", report.images());
        root.put("partial", report.partial());
        root.put("onlyServing", report.onlyServing());
        root.put("onlyShadow", report.onlyShadow());
        root.put("servingFaces", report.servingFaces());
        root.put("shadowFaces", report.shadowFaces());
        root.set("faces", tally(report.all()));
        root.set("outcomes", JSON.valueToTree(report.outcomes()));
        ObjectNode groups = root.putObject("by");
        report.groups().forEach((group, kinds) -> {
            ObjectNode node = groups.putObject(group);
            kinds.forEach((kind, tally) -> node.set(kind, tally(tally)));
        });
        root.set("largest", JSON.valueToTree(report.largest()));
        try {
            return JSON.writeValueAsString(root);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of texts and numbers is always JSON", e);
        }
    }

    private static ObjectNode tally(Tally tally) {
        return JSON.createObjectNode()
                .put("faces", tally.faces())
                .put("differ", tally.differ())
                .put("differing", tally.differing())
                .put("meanChange", tally.meanChange());
    }
}
