package org.emotionstream.featurizer;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Map;
import org.emotionstream.events.configuration.ChainConfiguration;
import org.emotionstream.events.configuration.ConfigurationException;
import org.emotionstream.events.configuration.ServiceNames;
import org.emotionstream.events.configuration.Settings;
import org.emotionstream.events.loop.LoopThread;
import org.emotionstream.events.service.Service;
import org.emotionstream.events.service.ServiceStart;

/** Starts the service. Exit codes: 0 or 143 (SIGTERM) stopped as asked, 1 it cannot go on, 2 a setting is wrong. */
@QuarkusMain
public class FeaturizerMain {
    public static void main(String[] arguments) {
        ServiceStart.readOrExit(() -> settings(Map.of()));
        Quarkus.run(arguments);
    }

    /**
     * The settings of the featurizer, read and checked.
     *
     * @param first come before system properties and environment; by full key
     * @throws ConfigurationException when one is missing or out of its range, naming it
     */
    public static FeaturizerConfiguration settings(Map<String, String> first) {
        FeaturizerConfiguration settings = Settings.read(FeaturizerConfiguration.class, first);
        Settings.atLeast("featurizer.threads", 1, settings.threads());
        return settings;
    }

    @Produces
    @Singleton
    Service service(ChainConfiguration chain, FeaturizerConfiguration settings, MeterRegistry registry) {
        return new LoopThread(
                ServiceNames.FEATURIZER,
                chain,
                () -> FeaturizerChannel.open(chain, settings, registry),
                registry,
                () -> Quarkus.asyncExit(1));
    }
}
