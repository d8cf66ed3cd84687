package org.emotionstream.events;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.apache.avro.Schema;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.message.BinaryMessageDecoder;
import org.apache.avro.message.BinaryMessageEncoder;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecordBase;

/**
 * Messages of one type as bytes. Two layouts are read, always: Avro's single-object encoding (C3 01, the
 * 8-byte fingerprint of the schema, the Avro binary) and Confluent's (00, a 4-byte big-endian id in a
 * registry, the Avro binary). The first is written, with a registry the second. Safe for use by many threads.
 *
 * @param <T> the message, generated from {@code schemas}
 */
public final class AvroMessages<T extends SpecificRecordBase> {
    private static final int CONFLUENT_HEADER = 5;

    static {
        // Bytes from outside may claim gigabytes, and Avro makes room before it looks whether they are there.
        limit("bytes", Limits.RAW_RECORD_BYTES);
        limit("string", Limits.RAW_RECORD_BYTES);
        limit("collectionItems", 16 * Limits.FACES);
    }

    private final SpecificData data;
    private final Schema schema;
    private final BinaryMessageEncoder<T> encoder;
    private final BinaryMessageDecoder<T> decoder;
    private final Optional<SchemaRegistry> registry;
    private final String topic;

    /** Messages of this generated class; what has an id is taken to be written with the schema of this version. */
    public AvroMessages(Class<T> type) {
        this(type, Optional.empty(), "");
    }

    /**
     * Likewise, with a registry that knows the schema of each id, and learns ours.
     *
     * @param topic that is read or written
     */
    public AvroMessages(Class<T> type, Optional<SchemaRegistry> registry, String topic) {
        data = SpecificData.getForClass(type);
        schema = data.getSchema(type);
        encoder = new BinaryMessageEncoder<>(data, schema);
        decoder = new BinaryMessageDecoder<>(data, schema);
        this.registry = registry;
        this.topic = topic;
    }

    /**
     * The bytes of this message.
     *
     * @throws SchemaRegistryException when there is a registry and it does not give an id
     */
    public byte[] write(T message) {
        try {
            if (registry.isPresent()) {
                return writeConfluent(registry.get().idOf(topic, schema), message);
            }
            ByteBuffer bytes = encoder.encode(message);
            byte[] copy = new byte[bytes.remaining()];
            bytes.get(copy);
            return copy;
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory does not fail", e);
        }
    }

    /**
     * The message of these bytes.
     *
     * @throws UnreadableMessageException when they are not a whole message of this type
     * @throws SchemaRegistryException when there is a registry and it does not answer
     */
    public T read(byte[] bytes) {
        if (bytes == null) {
            throw new UnreadableMessageException("no Avro message but nothing at all (a null value)", null);
        }
        try {
            return bytes.length > CONFLUENT_HEADER && bytes[0] == 0 ? readConfluent(bytes) : decoder.decode(bytes);
        } catch (UnreadableMessageException | SchemaRegistryException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            // Nothing but the bytes goes in, so whatever goes wrong is theirs; Avro throws half a dozen types.
            throw new UnreadableMessageException("not an Avro message of the expected type: " + e.getMessage(), e);
        }
    }

    /** Whether a record of any origin says by its first bytes that it is Avro: no picture begins so. */
    public static boolean looksLikeAvro(byte[] bytes) {
        return bytes.length >= 2 && (bytes[0] == 0 || (bytes[0] == (byte) 0xC3 && bytes[1] == 1));
    }

    private byte[] writeConfluent(int id, T message) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(
                ByteBuffer.allocate(CONFLUENT_HEADER).put((byte) 0).putInt(id).array());
        BinaryEncoder binary = EncoderFactory.get().binaryEncoder(bytes, null);
        new SpecificDatumWriter<T>(schema, data).write(message, binary);
        binary.flush();
        return bytes.toByteArray();
    }

    private T readConfluent(byte[] bytes) throws IOException {
        int id = ByteBuffer.wrap(bytes).getInt(1);
        Schema written = registry.map(known -> known.schemaOf(id)).orElse(schema);
        BinaryDecoder binary =
                DecoderFactory.get().binaryDecoder(bytes, CONFLUENT_HEADER, bytes.length - CONFLUENT_HEADER, null);
        T message = new SpecificDatumReader<T>(written, schema, data).read(null, binary);
        if (!binary.isEnd()) {
            throw new UnreadableMessageException(
                    "not an Avro message of the expected type: bytes are left over after " + schema.getName(), null);
        }
        return message;
    }

    private static void limit(String what, int most) {
        String key = "org.apache.avro.limits." + what + ".maxLength";
        if (System.getProperty(key) == null) {
            System.setProperty(key, Integer.toString(most));
        }
    }
}
