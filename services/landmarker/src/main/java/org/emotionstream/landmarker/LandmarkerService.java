package org.emotionstream.landmarker;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.Liveness;
import org.eclipse.microprofile.health.Readiness;
import org.emotionstream.events.configuration.ChainConfiguration;
import org.emotionstream.events.configuration.ServiceNames;
import org.emotionstream.events.loop.LoopService;

/** The service as the container knows it. */
@Singleton
class LandmarkerService {
    private final LoopService service;

    LandmarkerService(ChainConfiguration chain, LandmarkerConfiguration settings, MeterRegistry registry) {
        service = new LoopService(
                ServiceNames.LANDMARKER,
                chain,
                () -> LandmarkerChannel.open(chain, settings, registry),
                registry,
                Quarkus::asyncExit);
    }

    void start(@Observes StartupEvent started) {
        service.start();
    }

    void stop(@Observes ShutdownEvent stopping) {
        service.stop();
    }

    @Produces
    @Liveness
    @Singleton
    HealthCheck live() {
        return service::live;
    }

    @Produces
    @Readiness
    @Singleton
    HealthCheck ready() {
        return service::ready;
    }
}
