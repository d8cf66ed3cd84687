package org.emotionstream.singleprocess;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.emotionstream.cnnworker.CnnWorkerConfiguration;
import org.emotionstream.combiner.CombinerConfiguration;
import org.emotionstream.events.configuration.ChainConfiguration;
import org.emotionstream.events.configuration.Settings;
import org.emotionstream.events.configuration.Topics;
import org.emotionstream.featurizer.FeaturizerConfiguration;
import org.emotionstream.landmarker.LandmarkerConfiguration;

/**
 * The settings of every service of a single-process chain. A system property wins over the defaults of this class.
 *
 * @param chain shared by all services
 * @param landmarker of the landmarker alone
 * @param featurizer of the featurizer alone
 * @param cnnWorkers of each cnn-worker alone, by the name of its network, in order
 * @param combiner of the combiner alone
 */
record ServiceSettings(
        ChainConfiguration chain,
        LandmarkerConfiguration landmarker,
        FeaturizerConfiguration featurizer,
        Map<String, CnnWorkerConfiguration> cnnWorkers,
        CombinerConfiguration combiner) {
    // A thread that stands at a breakpoint must not lose its partitions, its transaction or its process.
    private static final Duration AT_A_BREAKPOINT = Duration.ofHours(1);
    // The longest that a broker grants unless it is configured otherwise.
    private static final Duration LONGEST_TRANSACTION = Duration.ofMinutes(15);
    private static final Duration LONGEST_SESSION = Duration.ofMinutes(30);

    /**
     * Reads all settings from system properties and the environment.
     *
     * @param folder holds the state of each service
     * @param bootstrapServers address of the broker
     * @throws org.emotionstream.events.configuration.ConfigurationException when a setting is wrong, naming it
     */
    static ServiceSettings read(Path folder, String bootstrapServers) {
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
        Map<String, CnnWorkerConfiguration> cnnWorkers = new LinkedHashMap<>();
        for (String model : Topics.MODELS) {
            settings.put("cnn-worker.model", model);
            cnnWorkers.put(model, Settings.read(CnnWorkerConfiguration.class, settings));
        }
        return new ServiceSettings(
                Settings.readChain(settings),
                Settings.read(LandmarkerConfiguration.class, settings),
                Settings.read(FeaturizerConfiguration.class, settings),
                cnnWorkers,
                Settings.read(CombinerConfiguration.class, settings));
    }
}
