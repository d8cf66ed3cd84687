package org.emotionstream.events.loop;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.emotionstream.events.configuration.ChainConfiguration;
import org.emotionstream.events.metrics.BuildInfo;

/**
 * The life of a service that is one loop: the loop begins with it, its end ends it, and health tells how it
 * is. The beans that a container wants stay in the service.
 */
public final class LoopService {
    private static final Duration TO_STOP = Duration.ofSeconds(12);

    private final String name;
    private final ChainConfiguration chain;
    private final LoopThread loop;

    /**
     * @param name of the service
     * @param open loads what the channel needs, on the thread of the loop
     * @param exit ends the process with this exit code; must not wait for the loop
     */
    public LoopService(
            String name,
            ChainConfiguration chain,
            Supplier<? extends Channel> open,
            MeterRegistry registry,
            IntConsumer exit) {
        this.name = name;
        this.chain = chain;
        BuildInfo.register(registry, name);
        this.loop = new LoopThread(name, chain, open, registry, () -> exit.accept(1));
    }

    /** Starts the loop; where it is told to, the service ends with whoever started it. */
    public void start() {
        if (chain.stopWithParent()) {
            ParentWatch.start();
        }
        loop.start();
    }

    /** Finishes and commits what has begun. */
    public void stop() {
        loop.stop(TO_STOP);
    }

    /** Whether the thread of the loop is at work. */
    public HealthCheckResponse live() {
        return response(loop.health().live()).build();
    }

    /** Whether records are served now. */
    public HealthCheckResponse ready() {
        HealthCheckResponseBuilder response = response(loop.health().ready());
        loop.readiness().forEach(response::withData);
        return response.build();
    }

    private HealthCheckResponseBuilder response(LoopHealth.Answer answer) {
        return HealthCheckResponse.named(name).status(answer.up()).withData("why", answer.why());
    }
}
