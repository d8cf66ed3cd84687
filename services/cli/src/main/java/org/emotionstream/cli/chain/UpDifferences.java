package org.emotionstream.cli.chain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * In what a chain that runs differs from what somebody asks {@code up} for.
 *
 * @param bootstrapServers of a broker that already runs; empty where none was named
 * @param port of the broker that {@code up} starts; empty where none was named
 * @param topicPrefix empty where none was named
 * @param generation empty where none was named
 * @param smallestFace empty where none was named
 */
public record UpDifferences(
        Optional<String> bootstrapServers,
        Optional<Integer> port,
        Optional<String> topicPrefix,
        Optional<String> generation,
        Optional<Integer> smallestFace) {
    /** Each option that is named and is not what runs, in words; none when all agree. */
    public List<String> from(RunningChain running) {
        List<String> found = new ArrayList<>();
        bootstrapServers
                .filter(wanted -> running.ownBroker() || !wanted.equals(running.bootstrapServers()))
                .ifPresent(wanted -> found.add("--bootstrap " + wanted + ", but the running chain has "
                        + (running.ownBroker() ? "a broker of its own at " : "") + running.bootstrapServers()));
        port.filter(wanted -> !running.bootstrapServers().equals("127.0.0.1:" + wanted))
                .ifPresent(wanted -> found.add("--port " + wanted + ", but the running chain has its broker at "
                        + running.bootstrapServers()));
        topicPrefix
                .filter(wanted -> !wanted.equals(running.topicPrefix()))
                .ifPresent(wanted -> found.add(different("--topic-prefix", wanted, running.topicPrefix())));
        generation
                .filter(wanted -> !wanted.equals(running.generation()))
                .ifPresent(wanted -> found.add(different("--generation", wanted, running.generation())));
        smallestFace
                .filter(wanted -> running.smallestFace() != null && !wanted.equals(running.smallestFace()))
                .ifPresent(wanted -> found.add(different(
                        "--smallest-face",
                        wanted.toString(),
                        running.smallestFace().toString())));
        return found;
    }

    private static String different(String option, String wanted, String running) {
        return option + " " + wanted + ", but the running chain has " + (running.isEmpty() ? "none" : running);
    }
}
