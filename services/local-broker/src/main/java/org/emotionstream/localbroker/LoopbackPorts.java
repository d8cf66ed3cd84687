package org.emotionstream.localbroker;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/** Ports of 127.0.0.1 that nobody listens on. Asked first, because a clash makes the broker end the JVM. */
final class LoopbackPorts {
    static final String ADDRESS = "127.0.0.1";

    // Below the range from which Linux takes the ports of outgoing connections (32768 and up): there, a
    // client that retries while the broker is away can connect to itself and then holds the broker's port.
    private static final int FIRST = 20_000;
    private static final int LAST = 31_999;
    private static final int ATTEMPTS = 200;

    private LoopbackPorts() {}

    /**
     * A port that is free at this moment.
     *
     * @throws BrokerException when none of many tried is
     */
    static int free() {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            int port = ThreadLocalRandom.current().nextInt(FIRST, LAST + 1);
            if (isFree(port)) {
                return port;
            }
        }
        throw new BrokerException("found no free port on " + ADDRESS + " between " + FIRST + " and " + LAST);
    }

    /** Whether a server can listen on this port of 127.0.0.1 at this moment. */
    static boolean isFree(int port) {
        try (ServerSocket probe = new ServerSocket()) {
            probe.bind(new InetSocketAddress(InetAddress.getByName(ADDRESS), port));
            return true;
        } catch (IOException e) {
            // The answer to the question: somebody else has it, or may not be listened on by us.
            return false;
        }
    }
}
