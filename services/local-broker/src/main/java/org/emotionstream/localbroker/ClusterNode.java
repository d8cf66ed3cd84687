package org.emotionstream.localbroker;

import java.util.ArrayList;
import java.util.List;

/**
 * One of several nodes of a cluster on this machine, each broker and controller. All listen on 127.0.0.1.
 *
 * @param id from 1
 * @param brokerPort where clients connect
 * @param controllerPort where the other controllers connect
 * @param proxiedPort a second port for clients
 * @param proxyPort what clients of the second port are told to connect to: somebody stands between who delays
 *     and cuts. The same as {@code proxiedPort} when nobody does
 */
public record ClusterNode(int id, int brokerPort, int controllerPort, int proxiedPort, int proxyPort) {
    private static final int NUMBERS = 5;

    /** As {@link #parse} reads it: the five numbers with colons between. */
    public String text() {
        return id + ":" + brokerPort + ":" + controllerPort + ":" + proxiedPort + ":" + proxyPort;
    }

    /** All of these with commas between. */
    public static String text(List<ClusterNode> nodes) {
        return String.join(",", nodes.stream().map(ClusterNode::text).toList());
    }

    /**
     * The nodes of such a text.
     *
     * @throws IllegalArgumentException when it is none
     */
    public static List<ClusterNode> parse(String text) {
        List<ClusterNode> nodes = new ArrayList<>();
        for (String one : text.split(",")) {
            String[] numbers = one.split(":");
            if (numbers.length != NUMBERS || !one.matches("[0-9]{1,5}(:[0-9]{1,5}){4}")) {
                throw new IllegalArgumentException(
                        "a node is ID:BROKER_PORT:CONTROLLER_PORT:PROXIED_PORT:PROXY_PORT, not \"" + one + "\"");
            }
            nodes.add(new ClusterNode(
                    Integer.parseInt(numbers[0]),
                    Integer.parseInt(numbers[1]),
                    Integer.parseInt(numbers[2]),
                    Integer.parseInt(numbers[3]),
                    Integer.parseInt(numbers[4])));
        }
        return List.copyOf(nodes);
    }
}
