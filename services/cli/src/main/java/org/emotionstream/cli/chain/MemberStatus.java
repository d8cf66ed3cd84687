package org.emotionstream.cli.chain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.emotionstream.cli.broker.BrokerCheck;
import org.emotionstream.cli.broker.ClientSettings;
import org.emotionstream.cli.processes.HealthCheck;
import org.emotionstream.cli.processes.ProcessMemory;
import org.emotionstream.events.configuration.ChainConfiguration;
import org.emotionstream.events.configuration.KafkaClients;
import org.emotionstream.events.configuration.Topics;
import org.emotionstream.events.inspection.GroupLag;
import org.emotionstream.events.inspection.TopicException;

/**
 * How one process of the running chain is at this moment.
 *
 * @param member of the chain
 * @param alive whether the process that was started last still runs
 * @param ready whether it can do its work
 * @param why it is not ready, in words; empty when it is
 * @param lag records that wait for it; empty for the broker, and when the broker does not answer
 * @param memory that it holds; empty when it does not run
 */
public record MemberStatus(
        RunningChain.Member member,
        boolean alive,
        boolean ready,
        Optional<String> why,
        Optional<Long> lag,
        Optional<ProcessMemory> memory) {

    /** The status of the broker, where the chain started it, and of each service, in flow order. */
    public static List<MemberStatus> of(RunningChain chain) throws InterruptedException {
        List<MemberStatus> members = new ArrayList<>();
        ChainConfiguration configuration = ClientSettings.of(chain.bootstrapServers());
        Optional<String> brokerProblem = new BrokerCheck(configuration).obstacle();
        boolean serving = brokerProblem.isEmpty();
        try (Admin admin = KafkaClients.admin(configuration)) {
            for (RunningChain.Member member : chain.processes()) {
                boolean isBroker = member.name().equals(ChainProcesses.BROKER);
                boolean alive = member.process().isAlive();
                Optional<String> why = alive
                        ? isBroker ? brokerProblem : new HealthCheck(member.port()).obstacle()
                        : Optional.ofNullable(member.lastEnd()).or(() -> Optional.of("its process does not run"));
                members.add(new MemberStatus(
                        member,
                        alive,
                        why.isEmpty(),
                        why,
                        serving ? lag(admin, chain.topics(), member.name()) : Optional.empty(),
                        alive ? ProcessMemory.of(member.process().pid()) : Optional.empty()));
            }
        }
        return members;
    }

    private static Optional<Long> lag(Admin admin, Topics topics, String member) {
        String group = topics.group(Instance.of(member).service());
        List<String> inputs = topics.inputsByGroup().get(group);
        if (inputs == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(new GroupLag(admin, group, inputs)
                    .unread().values().stream()
                            .mapToLong(GroupLag.Unread::records)
                            .sum());
        } catch (TopicException e) {
            // The topics or the broker are away; health says so, and lag is then not known.
            return Optional.empty();
        }
    }

    /** In one word: {@code ready}, {@code not ready}, or {@code down} when the process does not run. */
    public String health() {
        if (!alive) {
            return "down";
        }
        return ready ? "ready" : "not ready";
    }
}
