package org.emotionstream.events.broker;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import javax.net.ssl.SSLSocket;
import org.emotionstream.events.broker.ApiVersionsExchange.Answer;
import org.emotionstream.events.broker.BrokerProblem.Kind;
import org.emotionstream.events.configuration.BrokerAddress;

/** Finds out what listens at an address, by what it answers to a request of a few bytes: Kafka, TLS, HTTP or something else. */
final class ListenerProbe {
    private static final int KAFKA_MILLIS = 3_000;
    private static final int OTHER_MILLIS = 700;
    private static final int SHOWN_BYTES = 12;
    private static final byte[] HTTP_REQUEST = "GET / HTTP/1.0\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    private final BrokerAddress address;
    private final InetAddress ip;

    ListenerProbe(BrokerAddress address, InetAddress ip) {
        this.address = address;
        this.ip = ip;
    }

    /** Why it is no Kafka broker without TLS; empty when it is one. */
    Optional<BrokerProblem> inPlain() {
        Answer answer = ask();
        if (answer instanceof Answer.Kafka) {
            return Optional.empty();
        }
        if (answer instanceof Answer.Other other && !isTls(other.bytes())) {
            return Optional.of(notKafka(other.bytes()));
        }
        // One connection after the other: a simple server serves one at a time.
        if (answer instanceof Answer.Other || speaksTls()) {
            return Optional.of(new BrokerProblem(
                    Kind.TLS,
                    address + " answers, but not as a Kafka broker without TLS: name a file with security.protocol=SSL"
                            + " or SASL_SSL with --client-config"));
        }
        return Optional.of(speaksHttp() ? http() : silent(answer));
    }

    /** Why it is no Kafka broker with TLS; empty when it is one, or when it is for Kafka's client to find out. */
    Optional<BrokerProblem> inTls() {
        try (Socket plain = TcpConnection.connect(ip, address.port());
                SSLSocket socket = TlsConnection.over(plain, address.host(), address.port(), KAFKA_MILLIS)) {
            return ApiVersionsExchange.on(socket, KAFKA_MILLIS) instanceof Answer.Other other
                    ? Optional.of(notKafka(other.bytes()))
                    : Optional.empty();
        } catch (IOException e) {
            return ask() instanceof Answer.Kafka
                    ? Optional.of(new BrokerProblem(
                            Kind.TLS,
                            "the broker at " + address + " answers without TLS, and the client is told to use it: set"
                                    + " security.protocol to PLAINTEXT or SASL_PLAINTEXT in the file of"
                                    + " --client-config, or name the port of the listener with TLS"))
                    : Optional.empty();
        }
    }

    private Answer ask() {
        try (Socket socket = TcpConnection.connect(ip, address.port())) {
            return ApiVersionsExchange.on(socket, KAFKA_MILLIS);
        } catch (IOException e) {
            return new Answer.Closed();
        }
    }

    private boolean speaksTls() {
        try (Socket socket = TcpConnection.connect(ip, address.port())) {
            return TlsConnection.isSpoken(socket, address.host(), address.port(), OTHER_MILLIS);
        } catch (IOException e) {
            return false;
        }
    }

    private boolean speaksHttp() {
        try (Socket socket = TcpConnection.connect(ip, address.port())) {
            socket.setSoTimeout(OTHER_MILLIS);
            OutputStream out = socket.getOutputStream();
            out.write(HTTP_REQUEST);
            out.flush();
            return isHttp(socket.getInputStream().readNBytes("HTTP/".length()));
        } catch (IOException e) {
            return false;
        }
    }

    private BrokerProblem silent(Answer answer) {
        return answer instanceof Answer.Closed
                ? new BrokerProblem(
                        Kind.SILENT,
                        address
                                + " takes a connection and closes it without an answer: is it the port of a Kafka broker?")
                : new BrokerProblem(
                        Kind.SILENT,
                        address + " takes a connection and gives no answer in " + KAFKA_MILLIS / 1000
                                + " s: it is no Kafka broker, or one that hangs or has just been started");
    }

    private BrokerProblem notKafka(byte[] bytes) {
        return isHttp(bytes)
                ? http()
                : new BrokerProblem(
                        Kind.NOT_KAFKA,
                        address + " answers, but is no Kafka broker: its answer begins with " + shown(bytes));
    }

    private BrokerProblem http() {
        return new BrokerProblem(Kind.NOT_KAFKA, address + " answers, but is no Kafka broker: it speaks HTTP");
    }

    private static boolean isHttp(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1).startsWith("HTTP/");
    }

    /** A record of TLS: an alert or a handshake, then the version, 3 and something. */
    private static boolean isTls(byte[] bytes) {
        return bytes.length >= 2 && (bytes[0] == 0x15 || bytes[0] == 0x16) && bytes[1] == 3;
    }

    private static String shown(byte[] bytes) {
        byte[] some = Arrays.copyOf(bytes, Math.min(bytes.length, SHOWN_BYTES));
        String text = new String(some, StandardCharsets.ISO_8859_1).strip();
        boolean readable = text.length() > 2 && text.chars().allMatch(c -> c >= ' ' && c < 0x7f);
        return readable ? "\"" + text + "\"" : HexFormat.ofDelimiter(" ").formatHex(some);
    }
}
