package org.emotionstream.cli.chain;

import java.util.Optional;
import org.emotionstream.cli.broker.ClientSettings;
import org.emotionstream.cli.processes.Readiness;
import org.emotionstream.cli.terminal.CommandException;
import org.emotionstream.cli.terminal.ExitCodes;
import org.emotionstream.events.broker.BrokerProbe;
import org.emotionstream.events.broker.BrokerProblem;

/**
 * Whether a broker serves clients.
 *
 * @param bootstrapServers {@code HOST:PORT}
 */
public record BrokerHealth(String bootstrapServers) implements Readiness {
    /**
     * Why it does not serve clients; empty when it does.
     *
     * @throws CommandException when waiting does not help: it refuses us, or is something else
     */
    @Override
    public Optional<String> obstacle() {
        Optional<BrokerProblem> problem = new BrokerProbe(ClientSettings.of(bootstrapServers)).problem();
        problem.filter(found -> !found.mayPass()).ifPresent(found -> {
            throw new CommandException(ExitCodes.SERVICE, found.sentence());
        });
        return problem.map(BrokerProblem::sentence);
    }
}
