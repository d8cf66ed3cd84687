package org.emotionstream.events.broker;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.emotionstream.events.configuration.BrokerAddress;
import org.emotionstream.events.configuration.ChainConfiguration;
import org.emotionstream.events.configuration.KafkaClients;

/**
 * Asks the brokers, within about five seconds and with little memory, whether clients can work with them. To be asked
 * before a client of Kafka is made, and again when one fails. Safe for use by many threads.
 */
public final class BrokerProbe {
    private final Map<String, Object> settings;
    private final List<BrokerAddress> addresses;

    /**
     * @param configuration of the clients
     * @throws IllegalArgumentException when {@code bootstrap-servers} is no list of addresses
     */
    public BrokerProbe(ChainConfiguration configuration) {
        this.addresses = BrokerAddress.parseAll(configuration.bootstrapServers());
        this.settings = KafkaClients.settings(configuration, Map.of(), Map.of());
    }

    /**
     * What was found.
     *
     * @param problem why clients cannot work; empty when they can
     * @param missingTopics which of the topics that were asked for the brokers do not have
     */
    public record Finding(Optional<BrokerProblem> problem, Set<String> missingTopics) {
        static Finding of(BrokerProblem problem) {
            return new Finding(Optional.of(problem), Set.of());
        }
    }

    /** Why clients cannot work with the brokers; empty when they can: one address that answers is enough. */
    public Optional<BrokerProblem> problem() {
        return probe(List.of()).problem();
    }

    /** Whether clients can work with the brokers, and which of these topics are not there. */
    public Finding probe(List<String> topics) {
        return askAll(address -> address.probe(topics));
    }

    /** Why no broker answers any more: a quick probe for whoever is connected already. */
    public Optional<BrokerProblem> gone() {
        return askAll(AddressProbe::probeListener).problem();
    }

    private Finding askAll(Function<AddressProbe, Finding> question) {
        if (addresses.size() == 1) {
            return question.apply(new AddressProbe(settings, addresses.get(0)));
        }
        ExecutorService threads = Executors.newFixedThreadPool(addresses.size(), work -> {
            Thread thread = new Thread(work, "broker-probe");
            thread.setDaemon(true);
            return thread;
        });
        try {
            return askAll(question, threads);
        } finally {
            threads.shutdownNow();
        }
    }

    private Finding askAll(Function<AddressProbe, Finding> question, ExecutorService threads) {
        ExecutorCompletionService<Finding> probes = new ExecutorCompletionService<>(threads);
        addresses.forEach(address -> probes.submit(() -> question.apply(new AddressProbe(settings, address))));
        List<BrokerProblem> problems = new ArrayList<>();
        try {
            for (int i = 0; i < addresses.size(); i++) {
                Finding finding = probes.take().get();
                if (finding.problem().isEmpty()) {
                    return finding;
                }
                problems.add(finding.problem().get());
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            problems.add(new BrokerProblem(BrokerProblem.Kind.SILENT, "interrupted"));
        }
        return Finding.of(all(problems));
    }

    /** The kind that mends itself least, with what each address has. */
    private static BrokerProblem all(List<BrokerProblem> problems) {
        BrokerProblem.Kind kind = problems.stream()
                .filter(problem -> !problem.mayPass())
                .findFirst()
                .orElse(problems.get(0))
                .kind();
        return new BrokerProblem(
                kind, joined(problems, BrokerProblem::sentence), joined(problems, BrokerProblem::cause));
    }

    private static String joined(List<BrokerProblem> problems, Function<BrokerProblem, String> part) {
        return problems.stream().map(part).distinct().collect(Collectors.joining("; "));
    }
}
