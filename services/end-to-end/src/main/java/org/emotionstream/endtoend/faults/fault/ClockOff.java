package org.emotionstream.endtoend.faults.fault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The wall clock of one process jumps an hour ahead, an hour behind, and back, while its monotonic clock goes
 * on: first a worker's, then the combiner's.
 */
public final class ClockOff implements Fault {
    private static final Path LIBRARY = Path.of("/usr/lib/x86_64-linux-gnu/faketime/libfaketimeMT.so.1");
    private static final int PICTURES_BETWEEN = 60;

    @Override
    public Optional<String> obstacle() {
        return Files.isReadable(LIBRARY) ? Optional.empty() : Optional.of("libfaketime is not installed");
    }

    @Override
    public void inject(Scene scene, Injections injections) throws InterruptedException {
        for (String service : List.of("cnn-worker-model-1", "combiner")) {
            Path clock = scene.folder().resolve("clock-" + service);
            set(clock, "+0");
            scene.chain().restart(service, Map.of(), environment(clock));
            scene.recover();
            for (String offset : List.of("+3600s", "-3600s", "+0")) {
                int inFlight = scene.awaitInFlight();
                set(clock, offset);
                injections.injected(inFlight);
                scene.awaitSent(PICTURES_BETWEEN);
                double seconds = scene.recover();
                injections.recovered(seconds);
                scene.say(String.format(
                        Locale.ROOT, "the clock of %s is off by %s, recovered after %.1f s", service, offset, seconds));
            }
            scene.chain().restart(service, Map.of());
        }
    }

    private static Map<String, String> environment(Path clock) {
        return Map.of(
                "LD_PRELOAD", LIBRARY.toString(),
                "FAKETIME_TIMESTAMP_FILE", clock.toString(),
                "FAKETIME_CACHE_DURATION", "1",
                "FAKETIME_DONT_FAKE_MONOTONIC", "1",
                // Else each timed wait of a thread returns at once, and the process does nothing but wait.
                "FAKETIME_FORCE_MONOTONIC_FIX", "0",
                "DONT_FAKE_MONOTONIC", "1",
                "NO_FAKE_STAT", "1");
    }

    private static void set(Path clock, String offset) {
        try {
            Files.writeString(clock, offset + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + clock, e);
        }
    }
}
