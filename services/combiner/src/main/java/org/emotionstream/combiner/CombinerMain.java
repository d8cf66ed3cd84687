package org.emotionstream.combiner;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import org.emotionstream.events.configuration.ChainConfiguration;
import org.emotionstream.events.configuration.ConfigurationException;
import org.emotionstream.events.configuration.Settings;
import org.emotionstream.events.service.Service;
import org.emotionstream.events.service.ServiceStart;

/** Starts the service. Exit codes: 0 stopped as asked, 1 it cannot go on, 2 a setting is wrong. */
@QuarkusMain
public class CombinerMain {
    private static final Duration LEAST = Duration.ofMillis(1);

    public static void main(String[] arguments) {
        ServiceStart.readOrExit(() -> settings(Map.of()));
        Quarkus.run(arguments);
    }

    /**
     * The settings of the combiner, read and checked.
     *
     * @param first come before system properties and environment; by full key
     * @throws ConfigurationException when one is missing or out of its range, naming it
     */
    public static CombinerConfiguration settings(Map<String, String> first) {
        CombinerConfiguration settings = Settings.read(CombinerConfiguration.class, first);
        Settings.atLeast("combiner.deadline", LEAST, settings.deadline());
        Settings.atLeast("combiner.commit-interval", LEAST, settings.commitInterval());
        Settings.atLeast("combiner.threads", 1, settings.threads());
        Settings.atLeast("combiner.standby-replicas", 0, settings.standbyReplicas());
        return settings;
    }

    @Produces
    @Singleton
    Service service(ChainConfiguration chain, CombinerConfiguration settings, MeterRegistry registry) {
        return new CombinerStreams(chain, settings, registry, failure -> Quarkus.asyncExit(1));
    }
}
