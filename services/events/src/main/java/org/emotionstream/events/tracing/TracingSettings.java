package org.emotionstream.events.tracing;

import java.net.URI;
import java.util.Map;
import org.emotionstream.events.configuration.ConfigurationException;
import org.emotionstream.events.configuration.Settings;

/** Reads and checks the settings of traces. */
public final class TracingSettings {
    private static final String PROTOCOL = "http/protobuf";

    private TracingSettings() {}

    /**
     * From system properties and environment.
     *
     * @throws ConfigurationException when one is wrong, naming it
     */
    public static TracingConfiguration read() {
        return read(Map.of());
    }

    /**
     * From these settings, system properties and environment; the first that names a setting wins.
     *
     * @param first by full key, for example {@code otel.traces.sampler.arg}
     */
    public static TracingConfiguration read(Map<String, String> first) {
        TracingConfiguration configuration = Settings.read(TracingConfiguration.class, first);
        configuration.endpoint().ifPresent(TracingSettings::check);
        if (!PROTOCOL.equals(configuration.protocol())) {
            throw new ConfigurationException("otel.exporter.otlp.protocol (OTEL_EXPORTER_OTLP_PROTOCOL) is \""
                    + configuration.protocol() + "\"; the services speak " + PROTOCOL
                    + ", for which collectors listen on port 4318");
        }
        double ratio = configuration.ratio();
        if (!(ratio >= 0 && ratio <= 1)) {
            throw new ConfigurationException(
                    "otel.traces.sampler.arg (OTEL_TRACES_SAMPLER_ARG) is " + ratio + "; it must be from 0 to 1");
        }
        return configuration;
    }

    private static void check(URI endpoint) {
        boolean http = "http".equals(endpoint.getScheme()) || "https".equals(endpoint.getScheme());
        if (!http || endpoint.getHost() == null) {
            throw new ConfigurationException("otel.exporter.otlp.endpoint (OTEL_EXPORTER_OTLP_ENDPOINT) is \""
                    + endpoint + "\"; it must be like http://collector:4318");
        }
    }
}
