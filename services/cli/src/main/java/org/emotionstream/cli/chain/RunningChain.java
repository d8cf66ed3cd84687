package org.emotionstream.cli.chain;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.nio.file.Path;
import java.util.List;
import org.emotionstream.events.configuration.Topics;

/**
 * What is remembered of a chain that {@code up} left running; the content of {@code run/up.json}.
 *
 * @param supervisor the process that watches the others
 * @param bootstrapServers where clients connect
 * @param ownBroker whether the broker is one of the processes
 * @param topicPrefix before the name of every topic
 * @param generation before the names of its inner topics and groups
 * @param processes broker and services as they were started last
 * @param smallestFace that is looked for; null of a chain that an earlier version has started
 */
public record RunningChain(
        ProcessIdentity supervisor,
        String bootstrapServers,
        boolean ownBroker,
        String topicPrefix,
        String generation,
        List<Member> processes,
        Integer smallestFace) {

    /**
     * One process of the chain.
     *
     * @param name as people know it
     * @param process that was started last
     * @param port of its HTTP side on 127.0.0.1, or of the broker
     * @param restarts how often it was started again
     * @param log where it writes to
     * @param lastEnd how and why it ended by itself the last time, in words; null when it never has
     */
    public record Member(String name, ProcessIdentity process, int port, int restarts, Path log, String lastEnd) {}

    public RunningChain {
        // Of a chain that an earlier version has started.
        generation = generation == null ? "" : generation;
        processes = List.copyOf(processes);
    }

    /** The topics of the chain. */
    @JsonIgnore
    public Topics topics() {
        return new Topics(topicPrefix, generation);
    }
}
