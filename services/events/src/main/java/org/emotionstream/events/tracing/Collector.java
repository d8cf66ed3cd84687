package org.emotionstream.events.tracing;

import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.autoconfigure.AutoConfiguredOpenTelemetrySdk;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** OpenTelemetry's SDK, set up by its own settings, with defaults of ours. */
final class Collector {
    private static final Logger LOG = Logger.getLogger(Collector.class);
    // A service has some 12 seconds to stop; a collector that is away gets little of them.
    private static final long CLOSE_SECONDS = 2;

    private Collector() {}

    /** Spans of this stage to the collector that the configuration names. */
    static Tracing of(String stage, TracingConfiguration configuration) {
        URI endpoint = configuration.endpoint().orElseThrow();
        String ratio = Double.toString(configuration.ratio());
        OpenTelemetrySdk sdk = AutoConfiguredOpenTelemetrySdk.builder()
                .disableShutdownHook()
                .addPropertiesSupplier(() -> Map.of(
                        "otel.service.name", stage,
                        "otel.resource.attributes", "service.namespace=emotionstream",
                        "otel.traces.sampler", "parentbased_traceidratio"))
                // What we have read and checked; and spans are all that is sent: metrics are Prometheus's.
                .addPropertiesCustomizer(properties -> Map.of(
                        "otel.exporter.otlp.endpoint",
                        endpoint.toString(),
                        "otel.exporter.otlp.protocol",
                        configuration.protocol(),
                        "otel.traces.sampler.arg",
                        ratio,
                        "otel.traces.exporter",
                        "otlp",
                        "otel.metrics.exporter",
                        "none",
                        "otel.logs.exporter",
                        "none"))
                .addSpanExporterCustomizer((exporter, properties) -> new QuietExporter(exporter, endpoint.toString()))
                .build()
                .getOpenTelemetrySdk();
        LOG.infof("%s sends traces to %s; begins one for this share of the images: %s", stage, endpoint, ratio);
        return new Tracing(stage, sdk.getTracer("org.emotionstream"), () -> sdk.getSdkTracerProvider()
                .shutdown()
                .join(CLOSE_SECONDS, TimeUnit.SECONDS));
    }
}
