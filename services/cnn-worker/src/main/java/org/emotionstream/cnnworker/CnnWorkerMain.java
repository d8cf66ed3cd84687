package org.emotionstream.cnnworker;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.util.Locale;
import org.emotionstream.events.configuration.Settings;
import org.emotionstream.events.tracing.TracingSettings;

/** Starts the service. Exit codes: 0 or 143 (SIGTERM) stopped as asked, 1 it cannot go on, 2 a setting is
 * wrong. */
@QuarkusMain
public final class CnnWorkerMain {
    private CnnWorkerMain() {}

    public static void main(String[] arguments) {
        // Libraries would form names and digits by the locale of the caller.
        Locale.setDefault(Locale.ROOT);
        Settings.readOrExit(() -> {
            Settings.readChain();
            TracingSettings.read();
            CnnWorkerSettings.check(Settings.read(CnnWorkerConfiguration.class));
        });
        Quarkus.run(arguments);
    }
}
