package org.emotionstream.localbroker;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.emotionstream.codecs.CodecException;
import org.emotionstream.codecs.Codecs;

/**
 * The broker as a process of its own, away from its launcher, because Kafka ends the JVM on faults.
 *
 * <p>Prints {@code ready HOST:PORT} on standard output once it serves, and nothing else there; its log, of
 * warnings and worse, goes to standard error. Stops gracefully on SIGTERM. Its launcher holds the other
 * end of its standard input: when that closes, the launcher is gone, and it stops too after a grace period.
 *
 * <p>Flags that keep it small: {@code -Xmx256m -XX:+UseSerialGC -XX:TieredStopAtLevel=1
 * -Djdk.nio.maxCachedBufferSize=262144}. With them it takes some 200 MB of memory, and some 500 MB while six
 * producers send pictures of 20 MB at once.
 *
 * <p>Exit codes: 0 and 143 after a graceful stop, 1 when it cannot start, 2 for wrong arguments.
 */
public final class LocalBrokerMain {
    private static final int CANNOT_START = 1;
    private static final int WRONG_ARGUMENTS = 2;

    // Kept, because java.util.logging forgets the level of a logger that nobody holds.
    private static final Logger ALL_LOGGERS = Logger.getLogger("");

    private LocalBrokerMain() {}

    /** See the class. */
    public static void main(String[] words) throws IOException, InterruptedException {
        // Libraries would form names and digits by the locale of the caller.
        Locale.setDefault(Locale.ROOT);
        ALL_LOGGERS.setLevel(Level.WARNING);
        for (Handler handler : ALL_LOGGERS.getHandlers()) {
            handler.setFormatter(new LogLine());
        }
        try {
            BrokerArguments arguments = BrokerArguments.parse(List.of(words));
            // It unpacks what producers send, to check it or to keep it as the topic says.
            Codecs.load();
            run(arguments);
        } catch (IllegalArgumentException e) {
            end(WRONG_ARGUMENTS, e);
        } catch (BrokerException | CodecException e) {
            end(CANNOT_START, e);
        }
    }

    // Threads of a broker that failed half-way would keep the process alive.
    private static void end(int exitCode, RuntimeException cause) {
        ALL_LOGGERS.severe(cause.getMessage());
        System.exit(exitCode);
    }

    private static void run(BrokerArguments arguments) throws IOException, InterruptedException {
        LocalBroker broker = broker(arguments);
        broker.start();
        Runtime.getRuntime().addShutdownHook(new Thread(broker::close, "stop-broker"));
        System.out.println("ready " + broker.bootstrapServers());
        if (arguments.detached()) {
            return;
        }
        System.in.transferTo(OutputStream.nullOutputStream());
        TimeUnit.MILLISECONDS.sleep(arguments.grace().toMillis());
        System.exit(0);
    }

    private static LocalBroker broker(BrokerArguments arguments) {
        if (!arguments.listeners().isEmpty()) {
            return LocalBroker.in(arguments.data(), arguments.listeners());
        }
        return arguments
                .port()
                .map(port -> LocalBroker.in(arguments.data(), port))
                .orElseGet(() -> LocalBroker.in(arguments.data()));
    }
}
