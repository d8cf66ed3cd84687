package org.emotionstream.cli.processes;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/** Ports of 127.0.0.1 that nobody listens on. */
public final class FreePorts {
    // Below the range from which Linux takes the ports of outgoing connections (32768 and up): there, a
    // client that retries while a server is away can connect to itself and then holds the server's port.
    private static final int FIRST = 20_000;
    private static final int LAST = 31_999;
    private static final int ATTEMPTS = 1_000;

    private FreePorts() {}

    /**
     * So many different ports that are free at this moment.
     *
     * @throws IllegalStateException when there are not that many
     */
    public static List<Integer> choose(int count) {
        Set<Integer> free = new LinkedHashSet<>();
        for (int attempt = 0; attempt < ATTEMPTS && free.size() < count; attempt++) {
            int port = ThreadLocalRandom.current().nextInt(FIRST, LAST + 1);
            if (isFree(port)) {
                free.add(port);
            }
        }
        if (free.size() < count) {
            throw new IllegalStateException("found " + free.size() + " free ports on 127.0.0.1 between " + FIRST
                    + " and " + LAST + ", needed " + count);
        }
        return List.copyOf(free);
    }

    /** Whether a server can listen on this port of 127.0.0.1 at this moment. */
    public static boolean isFree(int port) {
        try (ServerSocket probe = new ServerSocket()) {
            probe.bind(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port));
            return true;
        } catch (IOException e) {
            // The answer to the question: somebody else has it, or may not be listened on by us.
            return false;
        }
    }
}
