package org.emotionstream.singleprocess;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** The defaults that a single-process chain has instead of those of the services. A system property wins over them. */
final class ServiceSettings {
    // A thread that stands at a breakpoint must not lose its partitions, its transaction or its process.
    private static final Duration AT_A_BREAKPOINT = Duration.ofHours(1);
    // The longest that a broker grants unless it is configured otherwise.
    private static final Duration LONGEST_TRANSACTION = Duration.ofMinutes(15);
    private static final Duration LONGEST_SESSION = Duration.ofMinutes(30);

    private ServiceSettings() {}

    /**
     * By full key, what comes before system properties and the environment.
     *
     * @param folder holds the state of each service
     * @param bootstrapServers address of the broker
     */
    static Map<String, String> of(Path folder, String bootstrapServers) {
        Map<String, String> settings = new HashMap<>(Map.of(
                "landmarker.state-directory",
                folder.resolve("landmarker").toString(),
                "combiner.state-directory",
                folder.resolve("combiner").toString(),
                "combiner.deadline",
                AT_A_BREAKPOINT.toString(),
                "emotionstream.step-limit",
                AT_A_BREAKPOINT.toString(),
                "emotionstream.kafka.\"max.poll.interval.ms\"",
                Long.toString(AT_A_BREAKPOINT.toMillis()),
                "emotionstream.kafka.\"session.timeout.ms\"",
                Long.toString(LONGEST_SESSION.toMillis()),
                "emotionstream.kafka.\"transaction.timeout.ms\"",
                Long.toString(LONGEST_TRANSACTION.toMillis())));
        settings.keySet().removeAll(System.getProperties().stringPropertyNames());
        settings.put("emotionstream.bootstrap-servers", bootstrapServers);
        return settings;
    }
}
