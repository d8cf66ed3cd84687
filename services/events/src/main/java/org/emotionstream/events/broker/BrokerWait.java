package org.emotionstream.events.broker;

import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.emotionstream.events.configuration.ChainConfiguration;
import org.jboss.logging.Logger;

/**
 * Waits at the start of a service until a broker answers: before there is a client of Kafka, which would end at a host
 * that is not known yet, and say nothing at a port where nobody listens.
 */
public final class BrokerWait {
    private static final Logger LOG = Logger.getLogger(BrokerWait.class);
    private static final long MILLIS_BETWEEN_PROBES = 500;

    private final String service;
    private final ChainConfiguration configuration;
    private final Consumer<String> waiting;
    private final CountDownLatch stop;
    private String logged = "";

    /**
     * @param service that waits
     * @param waiting told what is waited for
     * @param stop ends the waiting
     */
    public BrokerWait(String service, ChainConfiguration configuration, Consumer<String> waiting, CountDownLatch stop) {
        this.service = service;
        this.configuration = configuration;
        this.waiting = waiting;
        this.stop = stop;
    }

    /**
     * Returns once a broker lets clients in; false when stopped before.
     *
     * @throws IllegalStateException when it refuses us, which waiting does not change
     */
    public boolean await() throws InterruptedException {
        BrokerProbe probe = new BrokerProbe(configuration);
        while (stop.getCount() > 0) {
            Optional<BrokerProblem> problem = probe.problem();
            if (problem.isEmpty()) {
                return true;
            }
            problem.filter(BrokerProblem::isRefusal).ifPresent(found -> {
                throw new IllegalStateException(found.sentence());
            });
            report(obstacle(configuration, problem.get()));
            stop.await(MILLIS_BETWEEN_PROBES, TimeUnit.MILLISECONDS);
        }
        return false;
    }

    /** What a service that has asked in vain waits for, with the cause where one is found. */
    public static String obstacle(ChainConfiguration configuration) {
        return new BrokerProbe(configuration)
                .problem()
                .map(problem -> obstacle(configuration, problem))
                .orElseGet(() -> "no answer from the broker at " + configuration.bootstrapServers() + " in time");
    }

    private static String obstacle(ChainConfiguration configuration, BrokerProblem problem) {
        return "no answer from the broker at " + configuration.bootstrapServers() + ": " + problem.cause();
    }

    private void report(String obstacle) {
        waiting.accept(obstacle);
        if (!obstacle.equals(logged)) {
            LOG.warnf("%s waits: %s", service, obstacle);
            logged = obstacle;
        }
    }
}
