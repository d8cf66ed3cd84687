package org.emotionstream.singleprocess;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;
import org.emotionstream.events.configuration.ConfigurationException;
import org.emotionstream.events.service.ParentWatch;
import org.emotionstream.events.service.ServiceStart;

/**
 * Runs the whole chain in this JVM until standard input ends or SIGTERM comes: start it under a debugger, from the root of
 * the checkout. Every start begins with empty topics.
 *
 * <p>Prints on standard output where the broker is once pictures are answered. Settings are those of the services, as
 * system properties. Exit codes: 0 or 143 stopped as asked, 1 a service cannot go on, 2 a setting is wrong.
 */
public final class SingleProcessMain {
    private static final Logger LOG = Logger.getLogger(SingleProcessMain.class.getName());
    private static final int CANNOT_GO_ON = 1;
    private static final long MILLIS_BETWEEN_CHECKS = 200;

    private SingleProcessMain() {}

    /** See the class. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        try (InputStream logging = SingleProcessMain.class.getResourceAsStream("/logging.properties")) {
            LogManager.getLogManager().readConfiguration(logging);
        }
        ServiceStart.readOrExit(() -> {});
        try {
            run(SingleProcessChain.start(SingleProcessMain::end));
        } catch (ConfigurationException e) {
            System.err.println(e.getMessage());
            System.exit(ServiceStart.EXIT_CODE);
        } catch (RuntimeException e) {
            // Threads of a broker that has started would keep the process alive.
            LOG.log(Level.SEVERE, "the chain does not start", e);
            System.exit(CANNOT_GO_ON);
        }
    }

    private static void run(SingleProcessChain chain) throws InterruptedException {
        Runtime.getRuntime().addShutdownHook(new Thread(chain::close, "stop"));
        ParentWatch.start();
        Map<String, String> notReady = chain.notReady();
        while (!notReady.isEmpty()) {
            Thread.sleep(MILLIS_BETWEEN_CHECKS);
            notReady = chain.notReady();
        }
        System.out.println("ready: ./emotionstream send --bootstrap " + chain.bootstrapServers()
                + " FILE..., and ./emotionstream watch --bootstrap " + chain.bootstrapServers());
        Thread.currentThread().join();
    }

    /** On a thread of its own: the service that failed is waited for while the process ends. */
    private static void end(String service) {
        LOG.severe(service + " cannot go on: the process ends");
        new Thread(() -> System.exit(CANNOT_GO_ON), "exit").start();
    }
}
