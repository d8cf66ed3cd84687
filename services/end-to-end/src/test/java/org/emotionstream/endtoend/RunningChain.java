package org.emotionstream.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;

/** A chain that {@code up} has started; {@code down} when closed. */
final class RunningChain implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final CommandLineInterface commandLine;

    private RunningChain(CommandLineInterface commandLine) {
        this.commandLine = commandLine;
    }

    static RunningChain up(Path local, String... options) throws IOException, InterruptedException {
        return up(new CommandLineInterface(local), options);
    }

    static RunningChain up(CommandLineInterface commandLine, String... options)
            throws IOException, InterruptedException {
        BrokerPorts.record(commandLine.local());
        String[] words = new String[options.length + 1];
        words[0] = "up";
        System.arraycopy(options, 0, words, 1, options.length);
        CommandLineInterface.Result result = commandLine.run(words);
        assertThat(result.exitCode()).as(result.errors()).isZero();
        return new RunningChain(commandLine);
    }

    CommandLineInterface commandLine() {
        return commandLine;
    }

    /** What {@code status --json} says. */
    JsonNode status() throws IOException, InterruptedException {
        return JSON.readTree(
                String.join("\n", commandLine.run("status", "--json").output()));
    }

    String bootstrapServers() throws IOException, InterruptedException {
        return status().get("bootstrapServers").asText();
    }

    /** What {@code status --json} says of this service. */
    JsonNode service(String name) throws IOException, InterruptedException {
        for (JsonNode service : status().get("services")) {
            if (service.get("name").asText().equals(name)) {
                return service;
            }
        }
        throw new AssertionError("no service " + name + " in " + status());
    }

    @Override
    public void close() throws IOException, InterruptedException {
        CommandLineInterface.Result result = commandLine.run("down");
        assertThat(result.exitCode()).as(result.errors()).isZero();
        assertThat(commandLine.processes()).isEmpty();
    }
}
