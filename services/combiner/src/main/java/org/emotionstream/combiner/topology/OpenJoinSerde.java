package org.emotionstream.combiner.topology;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;
import org.emotionstream.combiner.join.OpenJoin;
import org.emotionstream.events.AvroMessages;
import org.emotionstream.events.Schemas;
import org.emotionstream.schemas.EmotionDistributions;

/**
 * Open joins as bytes, in the store and its changelog: 1 byte version, 8 bytes when it was opened
 * (milliseconds since 1970), then for each message 4 bytes length and its Avro. Big-endian.
 */
final class OpenJoinSerde implements Serde<OpenJoin> {
    private static final byte VERSION = 1;
    private static final int HEADER_BYTES = Byte.BYTES + Long.BYTES;

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
        List<byte[]> arrived = join.arrived().stream().map(messages::write).toList();
        int size = HEADER_BYTES
                + arrived.stream()
                        .mapToInt(message -> Integer.BYTES + message.length)
                        .sum();
        ByteBuffer bytes = ByteBuffer.allocate(size);
        bytes.put(VERSION).putLong(join.openedAt().toEpochMilli());
        arrived.forEach(message -> bytes.putInt(message.length).put(message));
        return bytes.array();
    }

    private OpenJoin read(ByteBuffer bytes) {
        byte version = bytes.get();
        if (version != VERSION) {
            throw new SerializationException("the store holds open joins of version " + version
                    + ", this combiner reads version " + VERSION + ": start the one that wrote them");
        }
        Instant openedAt = Instant.ofEpochMilli(bytes.getLong());
        List<EmotionDistributions> arrived = new ArrayList<>();
        while (bytes.hasRemaining()) {
            byte[] message = new byte[bytes.getInt()];
            bytes.get(message);
            arrived.add(messages.read(message));
        }
        return new OpenJoin(openedAt, arrived);
    }
}
