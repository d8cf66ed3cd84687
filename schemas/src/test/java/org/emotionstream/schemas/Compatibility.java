package org.emotionstream.schemas;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;

/**
 * What stands between versions of the wire contract: each reads what each has written, whatever lies between
 * them. To Avro's own rules this adds what Avro does not see: a file that is gone, and a number that means
 * something else ({@code logicalType} is no part of the fingerprint).
 */
final class Compatibility {
    private Compatibility() {}

    /**
     * Every reason why one version cannot read another; empty when all can.
     *
     * @param versions by name, oldest first; of each its schemas by file
     */
    static List<String> problems(Map<String, Map<String, Schema>> versions) {
        List<String> problems = new ArrayList<>();
        List<String> names = List.copyOf(versions.keySet());
        for (int i = 0; i < names.size(); i++) {
            for (int k = i + 1; k < names.size(); k++) {
                pair(names.get(i), versions.get(names.get(i)), names.get(k), versions.get(names.get(k)), problems);
            }
        }
        return problems;
    }

    private static void pair(
            String older,
            Map<String, Schema> olderFiles,
            String newer,
            Map<String, Schema> newerFiles,
            List<String> problems) {
        olderFiles.forEach((file, old) -> {
            Schema now = newerFiles.get(file);
            if (now == null) {
                problems.add(file + " of " + older + " is gone in " + newer);
                return;
            }
            reads(newer + " reads " + file + " of " + older, now, old, problems);
            reads(older + " reads " + file + " of " + newer, old, now, problems);
            meanings(file, old, now, problems);
        });
    }

    private static void reads(String what, Schema reader, Schema writer, List<String> problems) {
        var result = SchemaCompatibility.checkReaderWriterCompatibility(reader, writer);
        if (result.getType() != SchemaCompatibilityType.COMPATIBLE) {
            problems.add("not so: " + what + ": " + result.getResult().getIncompatibilities());
        }
    }

    private static void meanings(String file, Schema older, Schema newer, List<String> problems) {
        Map<String, String> before = new HashMap<>();
        Map<String, String> after = new HashMap<>();
        collect("", older, before);
        collect("", newer, after);
        before.forEach((field, meaning) -> {
            String now = after.getOrDefault(field, meaning);
            if (!now.equals(meaning)) {
                problems.add(file + field + " was " + meaning + " and is " + now);
            }
        });
    }

    /** The logical type of every field that is there, by its path. */
    private static void collect(String path, Schema schema, Map<String, String> into) {
        switch (schema.getType()) {
            case RECORD -> schema.getFields()
                    .forEach(field -> collect(path + "." + field.name(), field.schema(), into));
            case ARRAY -> collect(path + "[]", schema.getElementType(), into);
            case UNION -> schema.getTypes().forEach(branch -> collect(path, branch, into));
            case NULL -> {
                // Says nothing of what the other branch means.
            }
            default -> into.put(path, String.valueOf(schema.getProp("logicalType")));
        }
    }
}
