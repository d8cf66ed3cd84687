package org.emotionstream.localbroker;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * What the broker's process is told on its command line.
 *
 * @param data directory of the broker's data
 * @param port of 127.0.0.1; empty for a free one
 * @param listeners instead of the port, where others than this machine come; none for loopback only
 * @param grace how long it goes on after its launcher has died, so that the services stop first
 * @param detached whether it outlives its launcher
 */
record BrokerArguments(
        Path data, Optional<Integer> port, List<BrokerListener> listeners, Duration grace, boolean detached) {
    static final String USAGE =
            "usage: --data DIR [--port N | --listener PORT=HOST:PORT ...] [--grace-seconds N] [--detached]";

    private static final Duration DEFAULT_GRACE = Duration.ofSeconds(8);

    /**
     * The arguments of this command line.
     *
     * @throws IllegalArgumentException when they are not as {@link #USAGE} says
     */
    static BrokerArguments parse(List<String> words) {
        Optional<Path> data = Optional.empty();
        Optional<Integer> port = Optional.empty();
        List<BrokerListener> listeners = new ArrayList<>();
        Duration grace = DEFAULT_GRACE;
        boolean detached = false;
        Iterator<String> rest = words.iterator();
        while (rest.hasNext()) {
            String option = rest.next();
            switch (option) {
                case "--data" -> data = Optional.of(Path.of(value(option, rest)));
                case "--port" -> port = Optional.of(number(option, rest, 65_535));
                case "--listener" -> listeners.add(BrokerListener.parse(value(option, rest)));
                case "--grace-seconds" -> grace = Duration.ofSeconds(number(option, rest, 3_600));
                case "--detached" -> detached = true;
                default -> throw new IllegalArgumentException("unknown option " + option + "; " + USAGE);
            }
        }
        if (port.isPresent() && !listeners.isEmpty()) {
            throw new IllegalArgumentException("either --port or --listener; " + USAGE);
        }
        return new BrokerArguments(
                data.orElseThrow(() -> new IllegalArgumentException("--data is missing; " + USAGE)),
                port,
                List.copyOf(listeners),
                grace,
                detached);
    }

    private static String value(String option, Iterator<String> rest) {
        if (!rest.hasNext()) {
            throw new IllegalArgumentException(option + " has no value; " + USAGE);
        }
        return rest.next();
    }

    private static int number(String option, Iterator<String> rest, int largest) {
        String text = value(option, rest);
        if (text.matches("[0-9]{1,5}") && Integer.parseInt(text) <= largest) {
            return Integer.parseInt(text);
        }
        throw new IllegalArgumentException(option + " is a number from 0 to " + largest + ", not \"" + text + "\"");
    }
}
