package org.emotionstream.events.service;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Liveness;
import org.eclipse.microprofile.health.Readiness;
import org.emotionstream.events.configuration.ChainConfiguration;

/** Ties the service of this process to the life of its container, and answers for its health. */
@Singleton
class ServiceLife {
    // That of the build, which Quarkus keeps in the package.
    private static final String VERSION = "quarkus.application.version";

    private final Service service;
    private final ChainConfiguration chain;

    ServiceLife(Service service, ChainConfiguration chain, MeterRegistry registry) {
        this.service = service;
        this.chain = chain;
        Gauge.builder("emotionstream.build.info", () -> 1)
                .description("1; which build of the service runs")
                .tag("service", service.name())
                .tag(
                        "version",
                        ConfigProvider.getConfig()
                                .getOptionalValue(VERSION, String.class)
                                .orElse("unknown"))
                .register(registry);
    }

    /** Starts the service; where it is told to, the process ends with whoever started it. */
    void start(@Observes StartupEvent started) {
        if (chain.stopWithParent()) {
            ParentWatch.start();
        }
        service.start();
    }

    void stop(@Observes ShutdownEvent stopping) {
        service.close();
    }

    @Produces
    @Liveness
    @Singleton
    HealthCheck live() {
        return () -> response(service.health().live()).build();
    }

    @Produces
    @Readiness
    @Singleton
    HealthCheck ready() {
        return () -> {
            HealthCheckResponseBuilder response = response(service.health().ready());
            service.readiness().forEach(response::withData);
            return response.build();
        };
    }

    private HealthCheckResponseBuilder response(Health.Answer answer) {
        return HealthCheckResponse.named(service.name()).status(answer.up()).withData("why", answer.why());
    }
}
