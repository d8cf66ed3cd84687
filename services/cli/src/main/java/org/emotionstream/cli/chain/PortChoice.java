package org.emotionstream.cli.chain;

import java.util.Optional;
import java.util.function.Consumer;
import org.emotionstream.cli.processes.PortHolder;
import org.emotionstream.cli.terminal.CommandException;
import org.emotionstream.cli.terminal.ExitCodes;
import org.emotionstream.events.configuration.ServiceNames;
import org.emotionstream.localbroker.LoopbackPorts;

/**
 * Chooses where the processes of a chain listen, and records it: where they did the last time, as far as nobody
 * else listens there now. The broker's port is what cameras have written down, so it never changes by itself.
 *
 * @param files that remember the ports
 * @param say gets one line for each port that is not what somebody may expect
 */
public record PortChoice(RunFiles files, Consumer<String> say) {
    /** Where every Kafka client looks first, and the examples of the guides do. */
    public static final int BROKER_PORT = 9092;

    /** The largest port that there is. */
    static final int LARGEST = 65_535;

    /**
     * Chooses the ports of a chain that starts now.
     *
     * @param ownBroker whether the chain starts a broker
     * @param given the port that somebody wants for the broker
     * @throws CommandException when the broker's port, given or recorded, is taken, naming who has it
     */
    public void choose(boolean ownBroker, Optional<Integer> given) {
        ChainPorts ports = files.ports();
        if (ownBroker) {
            ports = ports.with(ChainProcesses.BROKER, broker(given, ports));
        }
        for (String service : ServiceNames.ALL) {
            ports = ports.with(service, service(service, ports));
        }
        files.record(ports);
    }

    /** The port of a process that is added to a service: that of the last time, when it is free. */
    public int another(String process) {
        ChainPorts ports = files.ports();
        int port = service(process, ports);
        files.record(ports.with(process, port));
        return port;
    }

    private int broker(Optional<Integer> given, ChainPorts recorded) {
        Optional<Integer> before = Optional.ofNullable(recorded.byProcess().get(ChainProcesses.BROKER));
        Optional<Integer> wanted = given.or(() -> before);
        if (wanted.isEmpty()) {
            return firstTime();
        }
        if (!LoopbackPorts.isFree(wanted.get())) {
            throw taken(wanted.get(), given.isPresent());
        }
        return wanted.get();
    }

    private int firstTime() {
        if (LoopbackPorts.isFree(BROKER_PORT)) {
            return BROKER_PORT;
        }
        int other = LoopbackPorts.free();
        say.accept("port " + BROKER_PORT + " is taken by " + PortHolder.describe(BROKER_PORT)
                + ", so the broker listens on 127.0.0.1:" + other + ", now and the next time; --port chooses another");
        return other;
    }

    private static CommandException taken(int port, boolean given) {
        String why = given ? "that --port names" : "on which the broker of this checkout listens";
        return new CommandException(
                ExitCodes.MACHINE,
                "port " + port + " of 127.0.0.1, " + why + ", is taken by " + PortHolder.describe(port)
                        + ": stop that process, or choose another port with ./emotionstream up --port PORT and give the new port to "
                        + "those who send pictures");
    }

    private int service(String name, ChainPorts recorded) {
        Integer before = recorded.byProcess().get(name);
        if (before != null && LoopbackPorts.isFree(before)) {
            return before;
        }
        int port = LoopbackPorts.free();
        while (recorded.byProcess().containsValue(port)) {
            port = LoopbackPorts.free();
        }
        if (before != null) {
            say.accept("port " + before + " is taken by " + PortHolder.describe(before) + ", so " + name
                    + " answers health and metrics on " + port);
        }
        return port;
    }

    /** Says what is wrong with a port that somebody has typed. */
    public static void check(int port) {
        CommandException.check(port >= 1 && port <= LARGEST, "--port: expected 1 to " + LARGEST + ", found " + port);
    }
}
