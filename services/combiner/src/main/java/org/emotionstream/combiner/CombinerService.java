package org.emotionstream.combiner;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Liveness;
import org.eclipse.microprofile.health.Readiness;
import org.emotionstream.events.configuration.ChainConfiguration;
import org.emotionstream.events.configuration.ServiceNames;
import org.emotionstream.events.loop.ParentWatch;
import org.emotionstream.events.metrics.BuildInfo;

/** Ties the join to the life of the process, and tells its health. */
@Singleton
class CombinerService {

    private final ChainConfiguration chain;
    private final CombinerStreams streams;

    CombinerService(ChainConfiguration chain, CombinerConfiguration combiner, MeterRegistry registry) {
        this.chain = chain;
        BuildInfo.register(registry, ServiceNames.COMBINER);
        this.streams = new CombinerStreams(chain, combiner, registry, failure -> Quarkus.asyncExit(1));
    }

    void start(@Observes StartupEvent event) {
        if (chain.stopWithParent()) {
            ParentWatch.start();
        }
        streams.start();
    }

    void stop(@Observes ShutdownEvent event) {
        streams.close();
    }

    @Produces
    @Liveness
    @Singleton
    HealthCheck live() {
        return () -> response(streams.health().live()).build();
    }

    @Produces
    @Readiness
    @Singleton
    HealthCheck ready() {
        return () -> {
            HealthCheckResponseBuilder response = response(streams.health().ready());
            streams.readiness().forEach(response::withData);
            return response.build();
        };
    }

    private static HealthCheckResponseBuilder response(CombinerHealth.Answer answer) {
        return HealthCheckResponse.named(ServiceNames.COMBINER)
                .status(answer.up())
                .withData("why", answer.why());
    }
}
