package org.emotionstream.events.service;

import java.util.Locale;
import java.util.Map;
import org.emotionstream.codecs.CodecException;
import org.emotionstream.codecs.Codecs;
import org.emotionstream.events.configuration.ConfigurationException;
import org.emotionstream.events.configuration.Settings;
import org.emotionstream.events.tracing.TracingSettings;

/** The first line of a service's {@code main}: reports a wrong setting in one line, where a container prints its stack. */
public final class ServiceStart {
    /** The exit code of a process whose settings are wrong. */
    public static final int EXIT_CODE = 2;

    private ServiceStart() {}

    /**
     * Sets what every service sets for its process, reads its settings, and loads the codecs of records, which need a
     * folder to load from: when one is missing or wrong, says so in one line on standard error and ends the process with
     * {@link #EXIT_CODE}.
     *
     * @param own reads the settings of this service beside those that all share; throws {@link ConfigurationException}
     *     when one is wrong
     */
    public static void readOrExit(Runnable own) {
        // Libraries would form names and digits by the locale of the caller.
        Locale.setDefault(Locale.ROOT);
        ProcessDefaults.apply();
        try {
            Settings.readChain(Map.of());
            TracingSettings.read();
            own.run();
            Codecs.load();
        } catch (ConfigurationException | CodecException e) {
            // Nothing that logs is set up yet.
            System.err.println(e.getMessage());
            System.exit(EXIT_CODE);
        }
    }
}
