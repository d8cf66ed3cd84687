package org.emotionstream.cli.broker;

import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.emotionstream.cli.terminal.CommandException;
import org.emotionstream.cli.terminal.ExitCodes;
import org.emotionstream.events.broker.BrokerProbe;
import org.emotionstream.events.broker.BrokerProblem;
import org.emotionstream.events.configuration.ChainConfiguration;

/**
 * Tells a broker that has nothing new from one that is gone, for whoever reads: after two seconds without a record it
 * looks whether a broker answers, and again every two seconds. For one thread.
 */
public final class BrokerWatch {
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(2);

    private final String bootstrapServers;
    private final Supplier<Optional<BrokerProblem>> look;
    private final LongSupplier nanos;
    private long nextLook;
    private Optional<BrokerProblem> problem = Optional.empty();
    private int inVain;

    /** Watches the brokers of these clients. */
    public BrokerWatch(ChainConfiguration configuration) {
        this(configuration.bootstrapServers(), new BrokerProbe(configuration)::gone, System::nanoTime);
    }

    BrokerWatch(String bootstrapServers, Supplier<Optional<BrokerProblem>> look, LongSupplier nanos) {
        this.bootstrapServers = bootstrapServers;
        this.look = look;
        this.nanos = nanos;
        heard();
    }

    /** Something has come from the broker. */
    public void heard() {
        problem = Optional.empty();
        inVain = 0;
        nextLook = nanos.getAsLong() + BETWEEN_LOOKS.toNanos();
    }

    /** Nothing has come: why the broker is gone, as two looks in a row have found; empty when it is there. */
    public Optional<String> silent() {
        if (nanos.getAsLong() >= nextLook) {
            problem = look.get();
            inVain = problem.isPresent() ? inVain + 1 : 0;
            nextLook = nanos.getAsLong() + BETWEEN_LOOKS.toNanos();
        }
        return problem.filter(found -> inVain > 1)
                .map(found -> "the broker at " + bootstrapServers + " is gone: " + found.cause());
    }

    /**
     * Nothing has come.
     *
     * @throws CommandException when the broker is gone
     */
    public void requireThere() {
        silent().ifPresent(gone -> {
            throw new CommandException(ExitCodes.SERVICE, gone);
        });
    }
}
