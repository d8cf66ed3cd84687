package org.emotionstream.events.loop;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.function.Supplier;
import org.emotionstream.events.metrics.StageTimes;

/** What is counted in every stage; all names begin with {@code emotionstream.}, all have the tag {@code stage}. */
public final class LoopMetrics {
    private static final String STAGE = "stage";
    private static final double[] BATCH = {1, 2, 5, 10, 20, 50, 100};

    private final MeterRegistry registry;
    private final String stage;
    private final Counter records;
    private final Counter quarantined;
    private final Counter passedOver;
    private final DistributionSummary batch;
    private final StageTimes times;

    /**
     * @param stage its name, for example {@code landmarker}
     */
    public LoopMetrics(MeterRegistry registry, String stage) {
        this.registry = registry;
        this.stage = stage;
        records = Counter.builder("emotionstream.records")
                .description("Records answered and committed; after a restart some are counted again")
                .tag(STAGE, stage)
                .register(registry);
        quarantined = Counter.builder("emotionstream.quarantined")
                .description("Records of our own that could not be read")
                .tag(STAGE, stage)
                .register(registry);
        passedOver = Counter.builder("emotionstream.passed.over")
                .description("Records that could not be fetched or unpacked, and are not answered")
                .tag(STAGE, stage)
                .register(registry);
        batch = DistributionSummary.builder("emotionstream.batch.records")
                .description("How many records are committed together")
                .tag(STAGE, stage)
                .serviceLevelObjectives(BATCH)
                .register(registry);
        times = new StageTimes(registry, stage);
    }

    /** A face left this stage with this status: ok, unmeasurable, failed. */
    public void face(String status) {
        Counter.builder("emotionstream.faces")
                .description("Faces that left this stage, by their status")
                .tags(STAGE, stage, "status", status)
                .register(registry)
                .increment();
    }

    /** A record was rejected for this reason. */
    public void rejected(String reason) {
        Counter.builder("emotionstream.rejected")
                .description("Raw records that are no picture we can use")
                .tags(STAGE, stage, "reason", reason)
                .register(registry)
                .increment();
    }

    void committed(int count) {
        records.increment(count);
        batch.record(count);
    }

    void passedOver() {
        passedOver.increment();
    }

    /** From now on, how many partitions are held back is asked here. */
    void heldBack(Supplier<Number> partitions) {
        Gauge.builder("emotionstream.held.back.partitions", partitions)
                .description("Partitions that stand still because their next record cannot be fetched or unpacked")
                .tag(STAGE, stage)
                .register(registry);
    }

    void quarantined() {
        quarantined.increment();
    }

    StageTimes times() {
        return times;
    }
}
