package org.emotionstream.events.configuration;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a broker listens.
 *
 * @param host a name, or an IP address without brackets
 * @param port 1 to 65535
 */
public record BrokerAddress(String host, int port) {
    /** Kafka's own names of listeners may stand before an address. */
    private static final Set<String> PROTOCOLS = Set.of("plaintext", "ssl", "sasl_plaintext", "sasl_ssl");

    private static final Pattern SCHEME = Pattern.compile("([^:/\\[\\]]*)://(.*)");
    private static final Pattern BRACKETS = Pattern.compile("\\[([0-9a-fA-F:.]+(?:%[^\\]]+)?)](.*)");
    private static final Pattern HOST = Pattern.compile("[0-9a-zA-Z\\-._:%]+");
    private static final int LAST_PORT = 65_535;

    /**
     * The addresses of this list with commas, as {@code bootstrap.servers} has it.
     *
     * @throws IllegalArgumentException when one is no address, with what was expected and what was found
     */
    public static List<BrokerAddress> parseAll(String list) {
        if (list.isBlank()) {
            throw new IllegalArgumentException("expected the address of a broker, HOST:PORT, found nothing");
        }
        return Arrays.stream(list.split(",", -1)).map(BrokerAddress::parse).toList();
    }

    /**
     * The address that this text is.
     *
     * @throws IllegalArgumentException when it is none, with what was expected and what was found
     */
    public static BrokerAddress parse(String text) {
        String address = withoutProtocol(text.strip());
        Matcher brackets = BRACKETS.matcher(address);
        boolean inBrackets = brackets.matches();
        int colon = address.lastIndexOf(':');
        String host = inBrackets ? brackets.group(1) : address.substring(0, Math.max(0, colon));
        String port = inBrackets ? brackets.group(2).replaceFirst("^:", "") : address.substring(colon + 1);
        if (colon < 0 || port.isEmpty() || (inBrackets && !brackets.group(2).startsWith(":"))) {
            throw unexpected(text, "no port");
        }
        if (host.isEmpty() || !HOST.matcher(host).matches()) {
            throw unexpected(text, host.isEmpty() ? "no host" : "a host with characters that no name has");
        }
        return new BrokerAddress(host, port(text, port));
    }

    private static String withoutProtocol(String text) {
        Matcher scheme = SCHEME.matcher(text);
        if (!scheme.matches()) {
            return text;
        }
        if (!PROTOCOLS.contains(scheme.group(1).toLowerCase(Locale.ROOT))) {
            throw new IllegalArgumentException("\"" + text + "\" is no Kafka address: expected HOST:PORT, found "
                    + scheme.group(1) + ":// before it");
        }
        return scheme.group(2);
    }

    private static int port(String text, String port) {
        boolean isNumber = port.matches("[0-9]{1,9}");
        if (!isNumber) {
            throw unexpected(text, "the port \"" + port + "\"");
        }
        int number = Integer.parseInt(port);
        if (number < 1 || number > LAST_PORT) {
            throw new IllegalArgumentException(
                    "\"" + text.strip() + "\" is no Kafka address: a port is 1 to " + LAST_PORT + ", found " + number);
        }
        return number;
    }

    private static IllegalArgumentException unexpected(String text, String found) {
        return new IllegalArgumentException(
                "\"" + text.strip() + "\" is no Kafka address: expected HOST:PORT, found " + found);
    }

    /** {@code HOST:PORT}, an IPv6 address in brackets. */
    @Override
    public String toString() {
        return (host.indexOf(':') < 0 ? host : "[" + host + "]") + ":" + port;
    }
}
