package org.emotionstream.events.tracing;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import java.net.URI;
import java.util.Optional;

/**
 * Those of OpenTelemetry's own settings that we look at ourselves, under their standard names: in the
 * environment {@code OTEL_EXPORTER_OTLP_ENDPOINT} and so on, or as system properties. OpenTelemetry reads the
 * others, such as {@code OTEL_EXPORTER_OTLP_HEADERS}, itself.
 */
@ConfigMapping(prefix = "otel")
public interface TracingConfiguration {
    /** The address of the collector, for example {@code http://collector:4318}; without it there are no traces. */
    @WithName("exporter.otlp.endpoint")
    Optional<URI> endpoint();

    /** How the collector is spoken to. */
    @WithName("exporter.otlp.protocol")
    @WithDefault("http/protobuf")
    String protocol();

    /** The share of the images without a trace that are traced: 1 all, 0 none. */
    @WithName("traces.sampler.arg")
    @WithDefault("0.01")
    double ratio();

    /** Off whatever else is set. */
    @WithName("sdk.disabled")
    @WithDefault("false")
    boolean disabled();
}
