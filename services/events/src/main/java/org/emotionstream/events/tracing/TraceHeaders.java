package org.emotionstream.events.tracing;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/**
 * W3C trace context as it lies in the headers of a record; not checked further.
 *
 * @param parent {@code traceparent}; empty where there is none
 * @param state {@code tracestate}; empty where there is none
 */
public record TraceHeaders(String parent, String state) {
    /** The headers of a record without trace context. */
    public static final TraceHeaders NONE = new TraceHeaders("", "");

    static final String PARENT = "traceparent";
    static final String STATE = "tracestate";

    /** The standard asks for 512; what is longer is not passed on. */
    private static final int MOST_BYTES = 512;

    /** The trace context of a record. */
    static TraceHeaders of(Headers headers) {
        String parent = text(headers, PARENT);
        return parent.isEmpty() ? NONE : new TraceHeaders(parent, text(headers, STATE));
    }

    /** Whether there are none. */
    public boolean isNone() {
        return parent.isEmpty();
    }

    /** The trace id, 32 hexadecimal digits; empty where there is none. */
    String traceId() {
        String[] parts = parent.split("-", 4);
        return parts.length == 4 ? parts[1] : "";
    }

    /** In place of those that are there; nothing happens where there are none. */
    public void replaceIn(Headers headers) {
        replace(headers, PARENT, parent);
        replace(headers, STATE, parent.isEmpty() ? "" : state);
    }

    private static void replace(Headers headers, String name, String value) {
        if (!value.isEmpty()) {
            headers.remove(name);
            headers.add(name, value.getBytes(StandardCharsets.US_ASCII));
        }
    }

    private static String text(Headers headers, String name) {
        Header header = headers.lastHeader(name);
        return header == null || header.value() == null || header.value().length > MOST_BYTES
                ? ""
                : new String(header.value(), StandardCharsets.US_ASCII);
    }
}
