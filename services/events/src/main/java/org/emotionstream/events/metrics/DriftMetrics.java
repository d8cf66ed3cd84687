package org.emotionstream.events.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.emotionstream.contract.ReleaseException;
import org.emotionstream.contract.StoredRelease;
import org.emotionstream.contract.drift.DriftMeasure;
import org.emotionstream.contract.drift.DriftObserver;
import org.emotionstream.contract.drift.DriftReference;
import org.emotionstream.contract.drift.ReferenceFile;
import org.jboss.logging.Logger;

/**
 * Counts what is watched of faces, by release, and shows beside it what each release made of the faces that it was
 * measured on. Whether the two differ is for who collects metrics: it takes the counts of all instances.
 */
public final class DriftMetrics {
    private static final Logger LOG = Logger.getLogger(DriftMetrics.class);

    private final MeterRegistry registry;
    private final List<DriftMeasure> measures;
    private final Map<String, DriftObserver> observers = new ConcurrentHashMap<>();

    /** @param measures that this service takes */
    public DriftMetrics(MeterRegistry registry, List<DriftMeasure> measures) {
        this.registry = registry;
        this.measures = List.copyOf(measures);
    }

    /** A release is held: from now on each bucket has its count, 0 at first, and its reference where there is one. */
    public void opened(StoredRelease stored) {
        String id = stored.release().id();
        of(id);
        try {
            ReferenceFile.read(stored).ifPresent(reference -> show(id, reference));
        } catch (ReleaseException e) {
            // It only compares: the release serves without it, as one that has none.
            LOG.warnf("release %s is served without a reference for drift: %s", id, e.getMessage());
        }
    }

    /** Counts faces of this release. */
    public DriftObserver of(String releaseId) {
        return observers.computeIfAbsent(releaseId, Counters::new);
    }

    private void show(String releaseId, DriftReference reference) {
        for (DriftMeasure measure : measures) {
            for (String bucket : measure.buckets()) {
                reference.share(measure, bucket).ifPresent(share -> Gauge.builder(
                                "emotionstream.drift.reference.share", () -> share)
                        .description("Share of the faces that the release was measured on, by bucket")
                        .tags(tags(releaseId, measure, bucket))
                        .register(registry));
            }
        }
    }

    private static Tags tags(String releaseId, DriftMeasure measure, String bucket) {
        return Tags.of("release", releaseId, "measure", measure.label(), "bucket", bucket);
    }

    private final class Counters extends DriftObserver {
        private final Map<DriftMeasure, List<Counter>> counters = new EnumMap<>(DriftMeasure.class);

        Counters(String releaseId) {
            measures.forEach(measure -> counters.put(
                    measure,
                    measure.buckets().stream()
                            .map(bucket -> Counter.builder("emotionstream.drift.observations")
                                    .description("Faces by bucket of what is watched for drift")
                                    .tags(tags(releaseId, measure, bucket))
                                    .register(registry))
                            .toList()));
        }

        @Override
        protected void count(DriftMeasure measure, int bucket) {
            counters.get(measure).get(bucket).increment();
        }
    }
}
