package org.emotionstream.events.broker;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NoRouteToHostException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.emotionstream.events.configuration.BrokerAddress;

/** Connects to an address, or gives the reason why not. */
final class TcpConnection {
    private static final int MILLIS = 1_500;

    private TcpConnection() {}

    /** What connecting fails with, in words for people. */
    static final class Failure extends Exception {
        private static final long serialVersionUID = 1L;
        private final BrokerProblem.Kind kind;

        Failure(BrokerProblem.Kind kind, String message) {
            super(message);
            this.kind = kind;
        }

        BrokerProblem.Kind kind() {
            return kind;
        }
    }

    /** The first IP address of this host that takes a connection at this port. */
    static InetAddress tryAll(BrokerAddress address) throws Failure {
        Failure failure = null;
        for (InetAddress ip : resolve(address.host())) {
            try (Socket socket = connect(ip, address.port())) {
                return ip;
            } catch (IOException e) {
                // Of a name with several, the first failure is as good as the last.
                failure = failure == null ? new Failure(BrokerProblem.Kind.UNREACHABLE, reason(e)) : failure;
            }
        }
        throw failure;
    }

    /** A connection of which reading gives up after the same time; the caller closes it. */
    static Socket connect(InetAddress ip, int port) throws IOException {
        Socket socket = new Socket(java.net.Proxy.NO_PROXY);
        try {
            socket.connect(new InetSocketAddress(ip, port), MILLIS);
            return socket;
        } catch (IOException | RuntimeException e) {
            socket.close();
            throw e;
        }
    }

    /** Looking a name up has no limit of its own: a resolver that is away takes half a minute. */
    private static InetAddress[] resolve(String host) throws Failure {
        CompletableFuture<InetAddress[]> found = new CompletableFuture<>();
        Thread asking = new Thread(
                () -> {
                    try {
                        found.complete(InetAddress.getAllByName(host));
                    } catch (UnknownHostException e) {
                        found.completeExceptionally(e);
                    }
                },
                "resolve-" + host);
        asking.setDaemon(true);
        asking.start();
        try {
            return found.get(2L * MILLIS, TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw new Failure(BrokerProblem.Kind.UNKNOWN_HOST, "unknown host " + host);
        } catch (TimeoutException e) {
            throw new Failure(
                    BrokerProblem.Kind.UNKNOWN_HOST,
                    "unknown host " + host + " (the name service gave no answer in " + 2 * MILLIS / 1000 + " s)");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failure(BrokerProblem.Kind.UNKNOWN_HOST, "interrupted");
        }
    }

    private static String reason(IOException e) {
        if (e instanceof SocketTimeoutException) {
            return "no answer to a connection in 1.5 s";
        }
        if (e instanceof NoRouteToHostException) {
            return "no route to this host";
        }
        boolean refused =
                e instanceof ConnectException && String.valueOf(e.getMessage()).contains("refused");
        return refused ? "connection refused" : String.valueOf(e.getMessage());
    }
}
