package org.emotionstream.endtoend.faults.network;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Listens on one port of loopback and passes on to another, as well or as badly as it is told. */
public final class TcpProxy implements AutoCloseable {
    private static final int BACKLOG = 50;

    private final int to;
    private final ServerSocket server;
    private final Disturbance disturbance = new Disturbance();
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();

    /** From this port of loopback to that one. */
    public TcpProxy(int from, int to) {
        this.to = to;
        try {
            server = new ServerSocket(from, BACKLOG, InetAddress.getByName("127.0.0.1"));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot listen on port " + from, e);
        }
        begin("proxy-" + from, this::accept);
    }

    private static void begin(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                connect(server.accept());
            } catch (IOException e) {
                continue; // closed: the loop ends; anything else is that client's bad luck
            }
        }
    }

    private void connect(Socket client) throws IOException {
        sockets.add(client);
        try {
            Socket broker = new Socket(InetAddress.getByName("127.0.0.1"), to);
            broker.setTcpNoDelay(true);
            client.setTcpNoDelay(true);
            sockets.add(broker);
            begin("to-broker", new Pipe(client, broker, disturbance, this::forget));
            begin("to-client", new Pipe(broker, client, disturbance, this::forget));
        } catch (IOException e) {
            forget(client); // the broker is away
        }
    }

    private void forget(Socket socket) {
        sockets.remove(socket);
        try {
            socket.close();
        } catch (IOException e) {
            return; // it is as closed as it can be
        }
    }

    /** Everything takes so much longer from now on, in each direction. */
    public void delay(Duration delay) {
        disturbance.delay(delay);
    }

    /** Nothing passes any more, and nobody is told. */
    public void standStill() {
        disturbance.standStill(true);
    }

    /** What stood still goes on. */
    public void goOn() {
        disturbance.standStill(false);
    }

    /** Ends all connections that there are. */
    public void cut() {
        Set.copyOf(sockets).forEach(this::forget);
    }

    @Override
    public void close() {
        goOn();
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot stop listening", e);
        }
        cut();
    }
}
