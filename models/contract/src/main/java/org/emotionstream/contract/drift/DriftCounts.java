package org.emotionstream.contract.drift;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLongArray;

/** Counts faces by bucket, whatever their order. Safe for use by many threads. */
public final class DriftCounts extends DriftObserver {
    private final Map<DriftMeasure, AtomicLongArray> counts = new EnumMap<>(DriftMeasure.class);

    /** Of no faces yet. */
    public DriftCounts() {
        for (DriftMeasure measure : DriftMeasure.values()) {
            counts.put(measure, new AtomicLongArray(measure.buckets().size()));
        }
    }

    @Override
    protected void count(DriftMeasure measure, int bucket) {
        counts.get(measure).incrementAndGet(bucket);
    }

    /** By measure and bucket, in their order; without the measures that no face was taken of. */
    public Map<String, Map<String, Long>> byMeasure() {
        Map<String, Map<String, Long>> byMeasure = new LinkedHashMap<>();
        counts.forEach((measure, buckets) -> {
            Map<String, Long> ofMeasure = new LinkedHashMap<>();
            for (int bucket = 0; bucket < buckets.length(); bucket++) {
                ofMeasure.put(measure.buckets().get(bucket), buckets.get(bucket));
            }
            if (ofMeasure.values().stream().anyMatch(count -> count > 0)) {
                byMeasure.put(measure.label(), ofMeasure);
            }
        });
        return byMeasure;
    }
}
