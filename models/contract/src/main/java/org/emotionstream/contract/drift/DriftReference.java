package org.emotionstream.contract.drift;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.emotionstream.contract.ReleaseException;

/**
 * What a release made of the faces that it was measured on; {@link ReferenceFile} keeps it.
 *
 * @param formatVersion {@value #FORMAT_VERSION}
 * @param release the id
 * @param answering hash over what decides the answers: tile, features, networks, head
 * @param data what the faces were, for people
 * @param counts how many faces, by measure and bucket; a measure may be missing
 */
public record DriftReference(
        int formatVersion, String release, String answering, String data, Map<String, Map<String, Long>> counts) {
    /** The format that this code reads and writes. */
    public static final int FORMAT_VERSION = 1;

    /** The share of the faces that lie in this bucket, in [0, 1]; empty where the measure was not taken. */
    public OptionalDouble share(DriftMeasure measure, String bucket) {
        Map<String, Long> ofMeasure = counts.get(measure.label());
        return ofMeasure == null
                ? OptionalDouble.empty()
                : OptionalDouble.of((double) ofMeasure.get(bucket) / sum(ofMeasure));
    }

    /**
     * This, when it counts what is counted here.
     *
     * @param where before the message
     * @throws ReleaseException when it does not, naming the field
     */
    DriftReference checked(String where) {
        expect(where, "formatVersion", FORMAT_VERSION, formatVersion);
        List<String> measures =
                Arrays.stream(DriftMeasure.values()).map(DriftMeasure::label).toList();
        for (String measure : counts.keySet()) {
            if (!measures.contains(measure)) {
                throw new ReleaseException(where + "counts: expected some of " + measures + ", found " + measure);
            }
        }
        for (DriftMeasure measure : DriftMeasure.values()) {
            if (counts.containsKey(measure.label())) {
                check(where + "counts." + measure.label() + ": ", measure, counts.get(measure.label()));
            }
        }
        return this;
    }

    private static void check(String where, DriftMeasure measure, Map<String, Long> ofMeasure) {
        if (ofMeasure == null || ofMeasure.values().stream().anyMatch(count -> count == null || count < 0)) {
            throw new ReleaseException(where + "expected how many faces lie in each bucket, found " + ofMeasure);
        }
        expect(where, "buckets", new HashSet<>(measure.buckets()), ofMeasure.keySet());
        if (sum(ofMeasure) == 0) {
            throw new ReleaseException(where + "expected at least one face, found none");
        }
    }

    static void expect(String where, String field, Object expected, Object actual) {
        if (!expected.equals(actual)) {
            throw new ReleaseException(where + field + ": expected " + expected + ", found " + actual);
        }
    }

    private static long sum(Map<String, Long> counts) {
        return counts.values().stream().mapToLong(count -> count).sum();
    }
}
