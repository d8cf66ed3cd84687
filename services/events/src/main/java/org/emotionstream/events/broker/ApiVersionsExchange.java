package org.emotionstream.events.broker;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * The first request of every client of Kafka, ApiVersions in its version 0, which every broker answers before it
 * asks for a user. It looks at the first bytes of the answer only: read as the length of an answer, those of HTTP
 * would be more than a gigabyte of memory.
 */
final class ApiVersionsExchange {
    private static final int CORRELATION = 0x656d6f73;
    private static final int API_VERSIONS = 18;
    private static final int PREFIX = 16;
    private static final int HEADER = 8;
    private static final int SHORTEST_ANSWER = 6;
    private static final int LONGEST_ANSWER = 1 << 20;

    private ApiVersionsExchange() {}

    /** What answered. */
    sealed interface Answer {
        /** Kafka's protocol. */
        record Kafka() implements Answer {}

        /** Something else, that begins with these bytes. */
        record Other(byte[] bytes) implements Answer {}

        /** Nothing until the end of our patience. */
        record Silence() implements Answer {}

        /** Nothing, and the connection was closed. */
        record Closed() implements Answer {}
    }

    /** Sends the request, and waits at most this long for each byte of the answer. */
    static Answer on(Socket socket, int millis) {
        byte[] first = new byte[PREFIX];
        int count = 0;
        try {
            socket.setSoTimeout(millis);
            OutputStream out = socket.getOutputStream();
            out.write(request());
            out.flush();
            InputStream in = socket.getInputStream();
            while (count < HEADER) {
                int read = in.read(first, count, PREFIX - count);
                if (read < 0) {
                    return count == 0 ? new Answer.Closed() : judge(first, count);
                }
                count += read;
            }
        } catch (SocketTimeoutException e) {
            return count == 0 ? new Answer.Silence() : judge(first, count);
        } catch (IOException e) {
            return count == 0 ? new Answer.Closed() : judge(first, count);
        }
        return judge(first, count);
    }

    private static Answer judge(byte[] first, int count) {
        return count >= HEADER && isKafka(first)
                ? new Answer.Kafka()
                : new Answer.Other(java.util.Arrays.copyOf(first, count));
    }

    private static boolean isKafka(byte[] first) {
        ByteBuffer header = ByteBuffer.wrap(first);
        int length = header.getInt();
        return length >= SHORTEST_ANSWER && length <= LONGEST_ANSWER && header.getInt() == CORRELATION;
    }

    private static byte[] request() {
        byte[] client = "emotionstream-probe".getBytes(StandardCharsets.US_ASCII);
        int length = 2 + 2 + 4 + 2 + client.length;
        return ByteBuffer.allocate(4 + length)
                .putInt(length)
                .putShort((short) API_VERSIONS)
                .putShort((short) 0)
                .putInt(CORRELATION)
                .putShort((short) client.length)
                .put(client)
                .array();
    }
}
