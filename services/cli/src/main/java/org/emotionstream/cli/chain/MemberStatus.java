package org.emotionstream.cli.chain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.emotionstream.cli.processes.ProcessMemory;
import org.emotionstream.cli.processes.Readiness;

/**
 * How one process of the running chain is at this moment.
 *
 * @param member of the chain
 * @param alive whether the process that was started last still runs
 * @param ready whether it can do its work
 * @param lag records that wait for it; empty for the broker, and when the broker does not tell
 * @param memory that it holds; empty when it does not run
 */
public record MemberStatus(
        RunningChain.Member member, boolean alive, boolean ready, Optional<Long> lag, Optional<ProcessMemory> memory) {

    /** Of the broker, where it is ours, and each service, in flow order. */
    public static List<MemberStatus> of(RunningChain chain) throws InterruptedException {
        List<MemberStatus> members = new ArrayList<>();
        boolean serving = new BrokerHealth(chain.bootstrapServers()).isReady();
        try (Lag lag = new Lag(chain.bootstrapServers(), chain.topics())) {
            for (RunningChain.Member member : chain.processes()) {
                boolean isBroker = member.name().equals(ChainProcesses.BROKER);
                boolean alive = member.process().isAlive();
                members.add(new MemberStatus(
                        member,
                        alive,
                        alive
                                && (isBroker
                                        ? serving
                                        : Readiness.ofHttp(member.port()).isReady()),
                        serving ? lag.of(member.name()) : Optional.empty(),
                        alive ? ProcessMemory.of(member.process().pid()) : Optional.empty()));
            }
        }
        return members;
    }

    /** In one word: {@code ready}, {@code not ready}, or {@code down} when the process does not run. */
    public String health() {
        if (!alive) {
            return "down";
        }
        return ready ? "ready" : "not ready";
    }
}
