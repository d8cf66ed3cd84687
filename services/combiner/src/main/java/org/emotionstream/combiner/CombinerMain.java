package org.emotionstream.combiner;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.util.Locale;
import org.emotionstream.events.configuration.Settings;
import org.emotionstream.events.tracing.TracingSettings;

/** Starts the service. Exit codes: 0 stopped as asked, 1 it cannot go on, 2 a setting is wrong. */
@QuarkusMain
public final class CombinerMain {
    private CombinerMain() {}

    public static void main(String[] arguments) {
        // Libraries would form names and digits by the locale of the caller.
        Locale.setDefault(Locale.ROOT);
        Settings.readOrExit(() -> {
            Settings.readChain();
            TracingSettings.read();
            CombinerSettings.check(Settings.read(CombinerConfiguration.class));
        });
        Quarkus.run(arguments);
    }
}
