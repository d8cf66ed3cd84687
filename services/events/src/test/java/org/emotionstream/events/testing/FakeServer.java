package org.emotionstream.events.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** Something on 127.0.0.1 that is no Kafka broker. */
public final class FakeServer implements AutoCloseable {
    private final ServerSocket server;
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();

    /** What it does with a connection. */
    @FunctionalInterface
    public interface Manner {
        /** Serves this connection; it stays open until the server is closed, unless this closes it. */
        void serve(Socket socket) throws IOException;
    }

    private FakeServer(ServerSocket server, Manner manner) {
        this.server = server;
        threads.execute(() -> accept(manner));
    }

    /** One of this manner. */
    public static FakeServer of(Manner manner) {
        try {
            return new FakeServer(new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1")), manner);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Takes connections and says nothing. */
    public static FakeServer silent() {
        return of(socket -> {});
    }

    /** Answers with these bytes to whatever it is sent first. */
    public static FakeServer answering(byte[] bytes) {
        return of(socket -> {
            if (socket.getInputStream().read() >= 0) {
                socket.getOutputStream().write(bytes);
                socket.getOutputStream().flush();
            }
        });
    }

    /** Waits for whole lines, and answers in HTTP once one has come. */
    public static FakeServer http() {
        return of(socket -> {
            int next = socket.getInputStream().read();
            while (next >= 0 && next != '\n') {
                next = socket.getInputStream().read();
            }
            socket.getOutputStream().write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            socket.close();
        });
    }

    /** Speaks TLS with the only certificate of this keystore, and beyond it nothing. */
    public static FakeServer tls(KeyStore keys, char[] password) {
        try {
            KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            managers.init(keys, password);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(managers.getKeyManagers(), null, null);
            ServerSocket server =
                    context.getServerSocketFactory().createServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
            return new FakeServer(server, socket -> {
                while (socket.getInputStream().read() >= 0) {
                    // Whatever it is.
                }
            });
        } catch (GeneralSecurityException | IOException e) {
            throw new AssertionError(e);
        }
    }

    private void accept(Manner manner) {
        try {
            while (true) {
                Socket socket = server.accept();
                open.add(socket);
                threads.execute(() -> serve(socket, manner));
            }
        } catch (IOException e) {
            // Closed: the test is over.
        }
    }

    private static void serve(Socket socket, Manner manner) {
        try {
            manner.serve(socket);
        } catch (IOException e) {
            try {
                socket.close();
            } catch (IOException again) {
                throw new UncheckedIOException(again);
            }
        }
    }

    /** {@code 127.0.0.1:PORT}. */
    public String address() {
        return "127.0.0.1:" + server.getLocalPort();
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (Socket socket : open) {
            socket.close();
        }
        threads.shutdownNow();
    }
}
