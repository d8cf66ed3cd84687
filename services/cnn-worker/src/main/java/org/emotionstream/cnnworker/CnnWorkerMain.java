package org.emotionstream.cnnworker;

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
import org.emotionstream.events.configuration.Topics;
import org.emotionstream.events.loop.LoopThread;
import org.emotionstream.events.service.Service;
import org.emotionstream.events.service.ServiceStart;

/** Starts the service. Exit codes: 0 or 143 (SIGTERM) stopped as asked, 1 it cannot go on, 2 a setting is wrong. */
@QuarkusMain
public class CnnWorkerMain {
    public static void main(String[] arguments) {
        ServiceStart.readOrExit(() -> settings(Map.of()));
        Quarkus.run(arguments);
    }

    /**
     * The settings of a cnn-worker, read and checked.
     *
     * @param first come before system properties and environment; by full key
     * @throws ConfigurationException when one is missing or out of its range, naming it
     */
    public static CnnWorkerConfiguration settings(Map<String, String> first) {
        CnnWorkerConfiguration settings = Settings.read(CnnWorkerConfiguration.class, first);
        Settings.atLeast("cnn-worker.threads", 1, settings.threads());
        if (!Topics.MODELS.contains(settings.model())) {
            throw new ConfigurationException(
                    "cnn-worker.model: expected one of " + Topics.MODELS + ", found \"" + settings.model() + "\"");
        }
        return settings;
    }

    @Produces
    @Singleton
    Service service(ChainConfiguration chain, CnnWorkerConfiguration settings, MeterRegistry registry) {
        return new LoopThread(
                ServiceNames.CNN_WORKER,
                chain,
                () -> CnnWorkerChannel.open(chain, settings, registry),
                registry,
                () -> Quarkus.asyncExit(1));
    }
}
