package org.emotionstream.localbroker;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.function.IntConsumer;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.apache.kafka.common.utils.internals.Exit;

/** What a program prepares once that has a {@link LocalBroker} in its own JVM and outlives the faults of that broker. */
public final class InProcess {
    // Kept, because java.util.logging forgets the level of a logger that nobody holds.
    private static final Logger ALL_LOGGERS = Logger.getLogger("");

    private InProcess() {}

    /**
     * Where Kafka would end this JVM, it calls this instead, and the thread that met the fault stands still from then on.
     *
     * @param onFault gets the exit code that Kafka would have ended this JVM with
     */
    public static void onFault(IntConsumer onFault) {
        Exit.Procedure standStill = (code, message) -> {
            onFault.accept(code);
            awaitTheEnd();
        };
        Exit.setExitProcedure(standStill);
        Exit.setHaltProcedure(standStill);
    }

    /** Kafka counts on it that its threads do not go on. */
    private static void awaitTheEnd() {
        while (true) {
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                // Only the end of the JVM ends this thread.
                continue;
            }
        }
    }

    /** Everything that this JVM logs, of warnings and worse, goes to this file, and nowhere else. */
    public static void logTo(Path log) {
        try {
            Files.createDirectories(log.getParent());
            Handler file = new LinesOf(Files.newOutputStream(log));
            for (Handler handler : ALL_LOGGERS.getHandlers()) {
                ALL_LOGGERS.removeHandler(handler);
            }
            ALL_LOGGERS.addHandler(file);
            ALL_LOGGERS.setLevel(Level.WARNING);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + log, e);
        }
    }

    /** Each line is in the file as soon as it is logged. */
    private static final class LinesOf extends Handler {
        private final PrintStream lines;

        LinesOf(OutputStream output) {
            lines = new PrintStream(output, true, StandardCharsets.UTF_8);
            setFormatter(new LogLine());
        }

        @Override
        public void publish(LogRecord record) {
            if (isLoggable(record)) {
                lines.print(getFormatter().format(record));
                lines.flush();
            }
        }

        @Override
        public void flush() {
            lines.flush();
        }

        @Override
        public void close() {
            lines.close();
        }
    }
}
