package org.emotionstream.events.loop;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

/** What is counted in every stage; all names begin with {@code emotionstream.}, all have the tag {@code stage}. */
public final class LoopMetrics {
    private static final String STAGE = "stage";

    private final MeterRegistry registry;
    private final String stage;
    private final Counter records;
    private final Counter quarantined;
    private final DistributionSummary batch;
    private final Timer step;

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
        batch = DistributionSummary.builder("emotionstream.batch.records")
                .description("Records a batch")
                .tag(STAGE, stage)
                .register(registry);
        step = Timer.builder("emotionstream.step")
                .description("Time of the step for one record")
                .tag(STAGE, stage)
                .register(registry);
    }

    /** A face left this stage with this status: ok, unmeasurable, failed. */
    public void face(String status) {
        registry.counter("emotionstream.faces", STAGE, stage, "status", status).increment();
    }

    /** A record was rejected for this reason. */
    public void rejected(String reason) {
        registry.counter("emotionstream.rejected", STAGE, stage, "reason", reason)
                .increment();
    }

    void committed(int count) {
        records.increment(count);
        batch.record(count);
    }

    void quarantined() {
        quarantined.increment();
    }

    Timer step() {
        return step;
    }
}
