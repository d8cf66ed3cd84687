package org.emotionstream.cli.chain;

import java.util.List;
import org.emotionstream.cli.processes.PortHolder;
import org.emotionstream.cli.terminal.CommandException;
import org.emotionstream.cli.terminal.ExitCodes;
import org.emotionstream.events.configuration.ServiceNames;
import org.emotionstream.localbroker.LoopbackPorts;

/**
 * A port of 127.0.0.1 on which the JVM of one service listens for a debugger. The service does not wait for one.
 *
 * @param service the name of the service, for example {@code landmarker}
 * @param port of the first instance; further instances listen on none
 */
public record Debugger(String service, int port) {
    private static final char SEPARATOR = ':';

    /**
     * Parses {@code SERVICE} or {@code SERVICE:PORT}; without a port, takes a free one.
     *
     * @throws CommandException when there is no such service, or the port is no port or is taken
     */
    public static Debugger parse(String text) {
        int at = text.indexOf(SEPARATOR);
        String service = at < 0 ? text : text.substring(0, at);
        CommandException.check(
                ServiceNames.ALL.contains(service),
                "--debug: expected one of " + String.join(", ", ServiceNames.ALL) + ", found \"" + service + "\"");
        return new Debugger(service, at < 0 ? LoopbackPorts.free() : port(text.substring(at + 1)));
    }

    private static int port(String text) {
        int port = text.matches("[0-9]{1,5}") ? Integer.parseInt(text) : 0;
        CommandException.check(
                port >= 1 && port <= PortChoice.LARGEST,
                "--debug: expected a port from 1 to " + PortChoice.LARGEST + " after the colon, found \"" + text
                        + "\"");
        return port;
    }

    /**
     * Checks that the port is free.
     *
     * @throws CommandException when it is taken, naming the process that has it
     */
    public void requireFree() {
        if (!LoopbackPorts.isFree(port)) {
            throw new CommandException(
                    ExitCodes.MACHINE,
                    "--debug: port " + port + " of 127.0.0.1 is taken by " + PortHolder.describe(port)
                            + ": name another port, or none to have a free one chosen");
        }
    }

    /** The flag that makes this process listen; none for every other process. */
    List<String> flags(String process) {
        return process.equals(service)
                ? List.of("-agentlib:jdwp=transport=dt_socket,server=y,suspend=n,address=" + address())
                : List.of();
    }

    /** Where a debugger attaches: {@code 127.0.0.1:PORT}. */
    public String address() {
        return "127.0.0.1:" + port;
    }

    /** The form that {@link #parse} reads. */
    @Override
    public String toString() {
        return service + SEPARATOR + port;
    }
}
