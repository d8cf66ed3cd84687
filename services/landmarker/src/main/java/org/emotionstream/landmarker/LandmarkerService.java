package org.emotionstream.landmarker;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;
import org.eclipse.microprofile.health.Readiness;
import org.emotionstream.events.ChainConfiguration;
import org.emotionstream.events.loop.LoopHealth;
import org.emotionstream.events.loop.LoopThread;
import org.emotionstream.events.loop.ParentWatch;

/** The life of the service: the loop begins with it, its end ends it, and health tells how it is. */
@Singleton
class LandmarkerService {
    private static final String NAME = "landmarker";
    private static final Duration TO_STOP = Duration.ofSeconds(12);

    private final ChainConfiguration chain;
    private final LoopThread loop;

    LandmarkerService(ChainConfiguration chain, LandmarkerConfiguration settings, MeterRegistry registry) {
        this.chain = chain;
        this.loop = new LoopThread(
                NAME,
                chain,
                () -> LandmarkerChannel.open(chain, settings, registry).withRejectedPixels(settings.rejectedPixels()),
                registry,
                () -> Quarkus.asyncExit(1));
    }

    void start(@Observes StartupEvent started) {
        if (chain.stopWithParent()) {
            ParentWatch.onEnd(System.in, Quarkus::asyncExit);
        }
        loop.start();
    }

    void stop(@Observes ShutdownEvent stopping) {
        loop.stop(TO_STOP);
    }

    @Produces
    @Liveness
    @Singleton
    HealthCheck live() {
        return () -> response(loop.health().live());
    }

    @Produces
    @Readiness
    @Singleton
    HealthCheck ready() {
        return () -> response(loop.health().ready());
    }

    private static HealthCheckResponse response(LoopHealth.Answer answer) {
        return HealthCheckResponse.named(NAME)
                .status(answer.up())
                .withData("why", answer.why())
                .build();
    }
}
