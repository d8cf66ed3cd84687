package org.emotionstream.localbroker;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Ports of 127.0.0.1 that nobody listens on: asked first, because a clash makes the broker end the JVM. Also good for
 * other servers that are to keep their port: none is among those that Linux gives to outgoing connections.
 */
public final class LoopbackPorts {
    /** The address. */
    public static final String ADDRESS = "127.0.0.1";

    // Below the range from which Linux takes the ports of outgoing connections (32768 and up): there, a
    // client that retries while a server is away can connect to itself and then holds the server's port.
    private static final int FIRST = 20_000;
    private static final int LAST = 31_999;
    private static final int ATTEMPTS = 1_000;

    private LoopbackPorts() {}

    /**
     * A port that is free at this moment.
     *
     * @throws BrokerException when none of many tried is
     */
    public static int free() {
        return free(1).get(0);
    }

    /**
     * So many different ports that are free at this moment.
     *
     * @throws BrokerException when there are not that many among those that were tried
     */
    public static List<Integer> free(int count) {
        Set<Integer> free = new LinkedHashSet<>();
        for (int attempt = 0; attempt < ATTEMPTS && free.size() < count; attempt++) {
            int port = ThreadLocalRandom.current().nextInt(FIRST, LAST + 1);
            if (isFree(port)) {
                free.add(port);
            }
        }
        if (free.size() < count) {
            throw new BrokerException("found " + free.size() + " free ports on " + ADDRESS + " between " + FIRST
                    + " and " + LAST + ", needed " + count);
        }
        return List.copyOf(free);
    }

    /** Whether a server can listen on this port of 127.0.0.1 at this moment. */
    public static boolean isFree(int port) {
        try (ServerSocket probe = new ServerSocket()) {
            probe.bind(new InetSocketAddress(InetAddress.getByName(ADDRESS), port));
            return true;
        } catch (IOException e) {
            // The answer to the question: somebody else has it, or may not be listened on by us.
            return false;
        }
    }
}
