package org.emotionstream.events.metrics;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.eclipse.microprofile.config.ConfigProvider;

/** The metric that says which build runs; its value is always 1. */
public final class BuildInfo {
    private static final String VERSION = "quarkus.application.version";

    private BuildInfo() {}

    /**
     * Registers it. The version is that of the build, which Quarkus keeps in the package.
     *
     * @param service its name, for example {@code cnn-worker}
     */
    public static void register(MeterRegistry registry, String service) {
        String version = ConfigProvider.getConfig()
                .getOptionalValue(VERSION, String.class)
                .orElse("unknown");
        Gauge.builder("emotionstream.build.info", () -> 1)
                .description("1; which build of the service runs")
                .tag("service", service)
                .tag("version", version)
                .register(registry);
    }
}
