package org.emotionstream.events.broker;

import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;

/**
 * Finds out whether TLS is spoken, whoever it is that speaks it. No secret is sent over such a connection: whether
 * to trust the other side is for Kafka's own client to judge, afterwards.
 */
final class TlsConnection {
    private TlsConnection() {}

    /** TLS over this connection, of which reading gives up after this time; closing it closes both. */
    static SSLSocket over(Socket plain, String host, int port, int millis) throws IOException {
        plain.setSoTimeout(millis);
        SSLSocket socket = (SSLSocket) context().getSocketFactory().createSocket(plain, host, port, true);
        socket.startHandshake();
        return socket;
    }

    /** Whether what is at the other end of this connection answers with TLS, be it with a refusal. */
    static boolean isSpoken(Socket plain, String host, int port, int millis) {
        try (SSLSocket socket = over(plain, host, port, millis)) {
            return socket.isConnected();
        } catch (SSLHandshakeException e) {
            // An alert in the language of TLS; a connection that just ends is none.
            return String.valueOf(e.getMessage()).contains("alert");
        } catch (IOException e) {
            return false;
        }
    }

    private static SSLContext context() {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {new AnyCertificate()}, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JVM has TLS", e);
        }
    }

    private static final class AnyCertificate implements X509TrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {
            throw new UnsupportedOperationException("we are the client");
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {
            // See the class.
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
