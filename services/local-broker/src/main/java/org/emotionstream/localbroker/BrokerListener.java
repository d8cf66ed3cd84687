package org.emotionstream.localbroker;

import java.util.List;
import java.util.Properties;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A port of all addresses of this machine that a broker listens on, as in a container, where loopback is not enough.
 *
 * @param port that is listened on
 * @param advertised HOST:PORT that clients which come this way are told to connect to: what they call this broker
 */
public record BrokerListener(int port, String advertised) {
    private static final Pattern TEXT = Pattern.compile("([0-9]{1,5})=([A-Za-z0-9.-]+:[0-9]{1,5})");
    private static final int LARGEST_PORT = 65_535;
    // The first is also how the broker reaches itself.
    private static final String FIRST = "BROKER";

    /**
     * A listener of this text, {@code PORT=HOST:PORT}.
     *
     * @throws IllegalArgumentException when it is none
     */
    static BrokerListener parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches() || Integer.parseInt(matcher.group(1)) > LARGEST_PORT) {
            throw new IllegalArgumentException(
                    "--listener is PORT=HOST:PORT, for example 9092=broker:9092, not \"" + text + "\"");
        }
        return new BrokerListener(Integer.parseInt(matcher.group(1)), matcher.group(2));
    }

    /** Over the settings of a broker that listens on loopback only. */
    static void put(List<BrokerListener> listeners, Properties settings) {
        settings.put("listeners", joined(listeners, one -> "://0.0.0.0:" + one.port()) + "," + controller(settings));
        settings.put("advertised.listeners", joined(listeners, one -> "://" + one.advertised()));
        settings.put(
                "listener.security.protocol.map",
                joined(listeners, one -> ":PLAINTEXT") + "," + BrokerSettings.CONTROLLER + ":PLAINTEXT");
    }

    /** Each with its name before this value, with commas between. */
    private static String joined(List<BrokerListener> listeners, Function<BrokerListener, String> value) {
        return IntStream.range(0, listeners.size())
                .mapToObj(i -> (i == 0 ? FIRST : "OTHER_" + i) + value.apply(listeners.get(i)))
                .collect(Collectors.joining(","));
    }

    // Stays on loopback: nobody but this node asks it.
    private static String controller(Properties settings) {
        return Stream.of(settings.getProperty("listeners").split(","))
                .filter(one -> one.startsWith(BrokerSettings.CONTROLLER))
                .findFirst()
                .orElseThrow();
    }
}
