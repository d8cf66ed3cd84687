package org.emotionstream.events.loop;

import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.emotionstream.events.configuration.Topics;
import org.emotionstream.events.tracing.Handled;
import org.emotionstream.events.tracing.Tracing;
import org.junit.jupiter.api.Test;

/** What a span costs a record, beside the same record without: see docs/guides/tracing.md. No test; run by name. */
class TracingBenchmark {
    private static final StepWatch WATCH = new StepWatch(Duration.ofMinutes(1), record -> {});

    private static final int RECORDS = 300_000;
    private static final int ROUNDS = 7;

    @Test
    void nanosecondsARecord() {
        Map<String, Channel> channels = new LinkedHashMap<>();
        Channel bare = new EchoChannel(TestConfiguration.stage(new Topics(""), 1, 1), record -> {});
        Channel telling = new EchoChannel(bare.stage(), record -> {
            Handled.image("camera-7/000042");
            Handled.answered("2026-11", 1);
        });
        channels.put("no tracing code", bare);
        channels.put("off", new HandledChannel(telling, Tracing.off("test"), WATCH));
        channels.put("ratio 0", new HandledChannel(telling, sampled(0), WATCH));
        channels.put("ratio 0.01", new HandledChannel(telling, sampled(0.01), WATCH));
        channels.put("ratio 1", new HandledChannel(telling, sampled(1), WATCH));
        Map<String, Long> best = new LinkedHashMap<>();
        // In turn, so that a busy machine is busy for all; the least disturbed round of each counts.
        for (int round = 0; round < ROUNDS; round++) {
            channels.forEach((name, channel) -> best.merge(name, nanos(channel), Math::min));
        }
        best.forEach((name, nanos) -> System.out.printf(Locale.ROOT, "%-16s %6d ns a record%n", name, nanos));
    }

    private static Tracing sampled(double ratio) {
        return Tracing.with(
                "test",
                SdkTracerProvider.builder()
                        .setSampler(Sampler.parentBased(Sampler.traceIdRatioBased(ratio)))
                        .build()
                        .get("test"));
    }

    private static long nanos(Channel channel) {
        long start = System.nanoTime();
        for (int i = 0; i < RECORDS; i++) {
            channel.apply(new ConsumerRecord<>("in", 0, i, new byte[0], new byte[0]));
        }
        return (System.nanoTime() - start) / RECORDS;
    }
}
