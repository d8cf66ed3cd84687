package org.emotionstream.combiner;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;
import org.eclipse.microprofile.health.Readiness;
import org.emotionstream.events.ChainConfiguration;
import org.emotionstream.events.loop.ParentWatch;

/** Ties the join to the life of the process, and tells its health. */
@ApplicationScoped
class CombinerService {
    private final ChainConfiguration chain;
    private final CombinerStreams streams;

    CombinerService(ChainConfiguration chain, CombinerConfiguration combiner, MeterRegistry registry) {
        this.chain = chain;
        this.streams = new CombinerStreams(chain, combiner, registry, failure -> Quarkus.asyncExit(1));
    }

    void start(@Observes StartupEvent event) {
        if (chain.stopWithParent()) {
            ParentWatch.onEnd(System.in, () -> Quarkus.asyncExit(0));
        }
        streams.start();
    }

    void stop(@Observes ShutdownEvent event) {
        streams.close();
    }

    @Produces
    @Liveness
    @ApplicationScoped
    HealthCheck live() {
        return () -> response("combiner is live", streams.health().live());
    }

    @Produces
    @Readiness
    @ApplicationScoped
    HealthCheck ready() {
        return () -> response("combiner is ready", streams.health().ready());
    }

    private static HealthCheckResponse response(String name, CombinerHealth.Answer answer) {
        return HealthCheckResponse.named(name)
                .status(answer.up())
                .withData("why", answer.why())
                .build();
    }
}
