package org.emotionstream.combiner.topology;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;
import org.emotionstream.combiner.join.OpenJoin;
import org.emotionstream.events.tracing.TraceHeaders;
import org.emotionstream.events.wire.AvroMessages;
import org.emotionstream.events.wire.Schemas;
import org.emotionstream.schemas.EmotionDistributions;

/**
 * Open joins as bytes, in the store and its changelog: 1 byte version, 8 bytes when it was opened
 * (milliseconds since 1970), then for each message 4 bytes length and its Avro; in version 2 then its trace, {@code
 * traceparent} and {@code tracestate}, each 2 bytes length and ASCII. Big-endian. Version 1 is written where no
 * message has a trace: while traces are off, the combiner before this one reads all there is.
 */
final class OpenJoinSerde implements Serde<OpenJoin> {
    private static final byte WITHOUT_TRACES = 1;
    private static final byte WITH_TRACES = 2;

    private final AvroMessages<EmotionDistributions> messages;

    /** @param schemas where those of an older or newer combiner are found, after a restore */
    OpenJoinSerde(Schemas schemas) {
        messages = new AvroMessages<>(EmotionDistributions.class, schemas, OpenJoins.STORE);
    }

    @Override
    public Serializer<OpenJoin> serializer() {
        return (topic, join) -> write(join);
    }

    @Override
    public Deserializer<OpenJoin> deserializer() {
        return (topic, bytes) -> read(ByteBuffer.wrap(bytes));
    }

    private byte[] write(OpenJoin join) {
        boolean traced = join.traces().stream().anyMatch(trace -> !trace.isNone());
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(traced ? WITH_TRACES : WITHOUT_TRACES);
            out.writeLong(join.openedAt().toEpochMilli());
            for (int i = 0; i < join.arrived().size(); i++) {
                byte[] message = messages.write(join.arrived().get(i));
                out.writeInt(message.length);
                out.write(message);
                if (traced) {
                    writeText(out, join.traces().get(i).parent());
                    writeText(out, join.traces().get(i).state());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory does not fail", e);
        }
        return bytes.toByteArray();
    }

    private OpenJoin read(ByteBuffer bytes) {
        byte version = bytes.get();
        if (version != WITHOUT_TRACES && version != WITH_TRACES) {
            throw new SerializationException("the store holds open joins of version " + version
                    + ", this combiner reads versions " + WITHOUT_TRACES + " and " + WITH_TRACES
                    + ": start the one that wrote them");
        }
        Instant openedAt = Instant.ofEpochMilli(bytes.getLong());
        List<EmotionDistributions> arrived = new ArrayList<>();
        List<TraceHeaders> traces = new ArrayList<>();
        while (bytes.hasRemaining()) {
            arrived.add(messages.read(take(bytes, bytes.getInt())));
            traces.add(
                    version == WITHOUT_TRACES ? TraceHeaders.NONE : new TraceHeaders(readText(bytes), readText(bytes)));
        }
        return new OpenJoin(openedAt, arrived, traces);
    }

    private static void writeText(DataOutputStream out, String text) throws IOException {
        byte[] ascii = text.getBytes(StandardCharsets.US_ASCII);
        out.writeShort(ascii.length);
        out.write(ascii);
    }

    private static String readText(ByteBuffer bytes) {
        return new String(take(bytes, Short.toUnsignedInt(bytes.getShort())), StandardCharsets.US_ASCII);
    }

    private static byte[] take(ByteBuffer bytes, int length) {
        byte[] taken = new byte[length];
        bytes.get(taken);
        return taken;
    }
}
