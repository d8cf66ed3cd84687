package org.emotionstream.singleprocess;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.logging.LogManager;
import java.util.logging.Logger;
import org.emotionstream.events.configuration.ConfigurationException;
import org.emotionstream.events.service.ParentWatch;
import org.emotionstream.events.service.ServiceStart;

/**
 * Runs every service of the chain in this JVM, on a broker that is started beside it, until standard input ends: what
 * {@code ./emotionstream demo} runs. Settings are those of the services, as system properties.
 *
 * <p>The process ends at once, as if it were killed: what it had not committed, the next one does again. Exit codes: 0 or
 * 143 stopped as asked, 1 a service cannot go on, 2 a setting is wrong.
 */
public final class ServicesMain {
    private static final Logger LOG = Logger.getLogger(ServicesMain.class.getName());
    private static final int CANNOT_GO_ON = 1;
    private static final long MILLIS_BETWEEN_CHECKS = 100;

    private ServicesMain() {}

    /** See the class. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        try (InputStream logging = ServicesMain.class.getResourceAsStream("/logging.properties")) {
            LogManager.getLogManager().readConfiguration(logging);
        }
        ParentWatch.start();
        ServiceStart.readOrExit(() -> {});
        try {
            ChainServices services = new ChainServices(Map.of(), ServicesMain::end);
            services.start();
            logReadiness(services);
        } catch (ConfigurationException e) {
            System.err.println(e.getMessage());
            System.exit(ServiceStart.EXIT_CODE);
        }
        Thread.currentThread().join();
    }

    /** One line for each service that becomes ready, and for each thing that one of them waits for. */
    private static void logReadiness(ChainServices services) throws InterruptedException {
        Set<String> logged = new HashSet<>();
        Map<String, String> notReady = services.notReady();
        while (!notReady.isEmpty()) {
            notReady.forEach((service, why) -> {
                String line = service + " waits: " + why;
                if (logged.add(line)) {
                    LOG.info(line);
                }
            });
            TimeUnit.MILLISECONDS.sleep(MILLIS_BETWEEN_CHECKS);
            notReady = services.notReady();
        }
        LOG.info("all services are ready");
    }

    /** On a thread of its own: the service that failed is not waited for. */
    private static void end(String service) {
        LOG.severe(service + " cannot go on: the process ends");
        new Thread(() -> System.exit(CANNOT_GO_ON), "exit").start();
    }
}
