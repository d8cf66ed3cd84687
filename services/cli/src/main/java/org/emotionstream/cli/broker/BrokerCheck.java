package org.emotionstream.cli.broker;

import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.errors.DisconnectException;
import org.apache.kafka.common.errors.TimeoutException;
import org.emotionstream.cli.terminal.CommandException;
import org.emotionstream.cli.terminal.ExitCodes;
import org.emotionstream.events.broker.BrokerProbe;
import org.emotionstream.events.broker.BrokerProblem;
import org.emotionstream.events.configuration.ChainConfiguration;
import org.emotionstream.events.logging.Causes;

/**
 * Whether a command can work with the broker that it is to talk to: asked before it makes a client, and again when a
 * client fails. The one place that turns what is wrong with a broker into a sentence and an exit code.
 *
 * @param configuration of the command's clients
 */
public record BrokerCheck(ChainConfiguration configuration) {
    /**
     * Returns when clients can work with the broker, and it has these topics.
     *
     * @param remedy what helps when no broker answers, for example a command
     * @throws CommandException when not, with address, cause and what helps
     */
    public void require(List<String> topics, String remedy) {
        BrokerProbe.Finding finding = new BrokerProbe(configuration).probe(topics);
        finding.problem().ifPresent(problem -> {
            throw problem(problem, remedy);
        });
        finding.missingTopics().stream().sorted().findFirst().ifPresent(topic -> {
            throw noTopic(topic, configuration.bootstrapServers());
        });
    }

    /**
     * Why the broker does not serve clients; empty when it does.
     *
     * @throws CommandException when waiting does not help: it refuses us, or is something else
     */
    public Optional<String> obstacle() {
        Optional<BrokerProblem> problem = new BrokerProbe(configuration).problem();
        problem.filter(found -> !found.mayPass()).ifPresent(found -> {
            throw new CommandException(ExitCodes.SERVICE, found.sentence());
        });
        return problem.map(BrokerProblem::sentence);
    }

    /** What a command ends with when this topic is not there. */
    public static CommandException noTopic(String topic, String bootstrapServers) {
        return new CommandException(
                ExitCodes.SERVICE,
                "the broker at " + bootstrapServers + " has no topic " + topic + ": make the topics of the chain with"
                        + " ./emotionstream topics, or name the chain with --topic-prefix and --generation");
    }

    /** What a command ends with when a client fails in this way: what is wrong with the broker, where that is found. */
    public CommandException explain(Throwable failure) {
        return explain(
                failure,
                ExitCodes.SERVICE,
                "the broker at " + configuration.bootstrapServers() + " refuses or does not answer: "
                        + Causes.inWords(failure));
    }

    /** What explains this failure: the broker's problem, or this exit code and message where the broker has none. */
    public CommandException explain(Throwable failure, int exitCode, String message) {
        Optional<BrokerProblem> problem =
                isAboutTheConnection(failure) ? new BrokerProbe(configuration).problem() : Optional.empty();
        return problem.map(found -> problem(found, ""))
                .orElseGet(() -> new CommandException(exitCode, message, failure));
    }

    private static CommandException problem(BrokerProblem problem, String remedy) {
        boolean isOurs = problem.kind() == BrokerProblem.Kind.SETTING;
        boolean isNobody = problem.kind() == BrokerProblem.Kind.UNREACHABLE
                || problem.kind() == BrokerProblem.Kind.UNKNOWN_HOST
                || problem.kind() == BrokerProblem.Kind.NOT_KAFKA;
        return new CommandException(
                isOurs ? ExitCodes.USAGE : ExitCodes.SERVICE,
                problem.sentence() + (isNobody && !remedy.isEmpty() ? "; " + remedy : ""));
    }

    private static boolean isAboutTheConnection(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof TimeoutException
                    || cause instanceof DisconnectException
                    || cause instanceof java.util.concurrent.TimeoutException) {
                return true;
            }
        }
        return false;
    }
}
