package org.emotionstream.combiner;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import org.emotionstream.events.ChainConfiguration;
import org.emotionstream.events.ConfigurationException;
import org.emotionstream.events.Settings;
import org.jboss.logging.Logger;

/**
 * The process. Exit codes: 0 and 143 after a graceful stop, 1 when the combiner cannot go on, 2 for settings
 * that are wrong.
 */
@QuarkusMain
public final class Combiner {
    private static final Logger LOG = Logger.getLogger(Combiner.class);

    private Combiner() {}

    /** Joins until it is stopped or cannot go on. */
    public static void main(String... arguments) {
        try {
            Settings.read(ChainConfiguration.class);
            CheckedConfiguration.of(Settings.read(CombinerConfiguration.class));
        } catch (ConfigurationException e) {
            LOG.errorf("the combiner does not start: %s", e.getMessage());
            System.exit(Settings.EXIT_CODE);
        }
        Quarkus.run(arguments);
    }
}
