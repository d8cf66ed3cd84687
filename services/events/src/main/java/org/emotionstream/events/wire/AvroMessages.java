package org.emotionstream.events.wire;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.OptionalInt;
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
import org.emotionstream.events.wire.BoundedQuestions.Answer;
import org.emotionstream.events.wire.UnreadableMessageException.Fault;

/**
 * Messages of one type as bytes. Two layouts are read, always: Avro's single-object encoding (C3 01, the
 * 8-byte fingerprint of the schema, the Avro binary) and Confluent's (00, a 4-byte big-endian id in a
 * registry, the Avro binary). The first is written, with a registry the second. A message that was written
 * with an older or newer schema is read too, see {@link Schemas}. Safe for use by many threads.
 *
 * @param <T> the message, generated from {@code schemas}
 */
public final class AvroMessages<T extends SpecificRecordBase> {
    private static final int CONFLUENT_HEADER = 5;
    private static final String REGISTRY = "the registry";
    private static final String TOPIC = "the topic of schemas";

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
    private final Schemas schemas;
    private final String topic;
    private final Writers writers;

    /** Who writes or reads a topic. */
    private enum Writers {
        /** The chain writes, and others may read with the tools of a registry. */
        CHAIN,
        /** The chain writes, and nobody else reads. */
        CHAIN_FOR_ITSELF,
        /** Anybody may write: nothing that bytes name is waited for. */
        ANYBODY
    }

    /** Messages of this generated class, all taken to be written with the schema of this version. */
    public AvroMessages(Class<T> type) {
        this(type, Schemas.none(), "");
    }

    /**
     * Messages of a topic that only the chain writes: the schema of each writer is found, or waited for. What
     * is written is written with ours, which is made known before.
     *
     * @param topic that is read or written
     */
    public AvroMessages(Class<T> type, Schemas schemas, String topic) {
        this(type, schemas, topic, schemas.isNone() ? Writers.ANYBODY : Writers.CHAIN);
    }

    private AvroMessages(Class<T> type, Schemas schemas, String topic, Writers writers) {
        data = SpecificData.getForClass(type);
        schema = data.getSchema(type);
        encoder = new BinaryMessageEncoder<>(data, schema);
        decoder = new BinaryMessageDecoder<>(data, schema, this::ofFingerprint);
        this.schemas = schemas;
        this.topic = topic;
        this.writers = writers;
    }

    /**
     * Messages of a topic that anybody may write: one whose schema nobody has published, or cannot be looked up now, is
     * unreadable, and at once. Reading never throws {@link SchemaRegistryException}.
     */
    public static <T extends SpecificRecordBase> AvroMessages<T> fromAnybody(
            Class<T> type, Schemas schemas, String topic) {
        return new AvroMessages<>(type, schemas, topic, Writers.ANYBODY);
    }

    /**
     * Messages of a topic that only the chain writes and reads: while a registry does not answer they are written in
     * single-object encoding, which every service reads, and nothing waits.
     */
    public static <T extends SpecificRecordBase> AvroMessages<T> withinChain(
            Class<T> type, Schemas schemas, String topic) {
        return new AvroMessages<>(type, schemas, topic, schemas.isNone() ? Writers.ANYBODY : Writers.CHAIN_FOR_ITSELF);
    }

    /**
     * The bytes of this message.
     *
     * @throws SchemaRegistryException when the schema cannot be made known
     */
    public byte[] write(T message) {
        try {
            OptionalInt id = writers == Writers.CHAIN_FOR_ITSELF
                    ? schemas.publishWithoutWaiting(topic, schema)
                    : schemas.publish(topic, schema);
            if (id.isPresent()) {
                return writeConfluent(id.getAsInt(), message);
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
     * @throws SchemaRegistryException when the schema that they are written with cannot be had: not their fault
     */
    public T read(byte[] bytes) {
        if (bytes == null) {
            throw new UnreadableMessageException("no Avro message but nothing at all (a null value)", null);
        }
        try {
            return looksLikeConfluent(bytes) ? readConfluent(bytes) : decoder.decode(bytes);
        } catch (UnreadableMessageException | SchemaRegistryException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            // Nothing but the bytes goes in, so whatever goes wrong is theirs; Avro throws half a dozen types, with
            // texts for programmers: they stay in the cause.
            boolean early = e instanceof EOFException || e.getCause() instanceof EOFException;
            throw new UnreadableMessageException(
                    early ? Fault.ENDS_EARLY : malformed(bytes),
                    "no Avro message of type " + schema.getName()
                            + (early ? ": it ends too early" : ": its bytes do not follow the schema"),
                    e);
        }
    }

    /**
     * Whether the first bytes of a record of any origin are those of one of the two layouts. No picture that is
     * read begins so; other formats may begin with Confluent's one byte of 0.
     */
    public static boolean looksLikeAvro(byte[] bytes) {
        return looksLikeConfluent(bytes) || (bytes.length >= 2 && bytes[0] == (byte) 0xC3 && bytes[1] == 1);
    }

    private static boolean looksLikeConfluent(byte[] bytes) {
        return bytes.length > CONFLUENT_HEADER && bytes[0] == 0;
    }

    /** Without a registry nothing but one byte of 0 speaks for Confluent's layout. */
    private Fault malformed(byte[] bytes) {
        return bytes.length > 0 && bytes[0] == 0 && !schemas.hasRegistry() ? Fault.NOT_AVRO : Fault.MALFORMED;
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
        if (!schemas.hasRegistry()) {
            return readBinary(bytes, schema);
        }
        int id = ByteBuffer.wrap(bytes).getInt(1);
        String name = "id " + id;
        if (writers != Writers.ANYBODY) {
            return readBinary(bytes, schemas.ofId(id).orElseThrow(() -> missing(name, REGISTRY)));
        }
        Answer<Schema> answer = schemas.ofUntrustedId(id);
        if (answer instanceof Answer.NotNow<Schema> notNow) {
            return ofOurSchema(bytes).orElseThrow(() -> notAvailable(name, notNow));
        }
        return readBinary(bytes, found(name, REGISTRY, answer));
    }

    /** The message if the bytes are a whole one by our own schema: as every message is read without a registry. */
    private Optional<T> ofOurSchema(byte[] bytes) {
        try {
            return Optional.of(readBinary(bytes, schema));
        } catch (IOException | RuntimeException e) {
            return Optional.empty(); // it may be written with another schema, which nobody can say now
        }
    }

    private T readBinary(byte[] bytes, Schema written) throws IOException {
        BinaryDecoder binary =
                DecoderFactory.get().binaryDecoder(bytes, CONFLUENT_HEADER, bytes.length - CONFLUENT_HEADER, null);
        T message = new SpecificDatumReader<T>(written, schema, data).read(null, binary);
        if (!binary.isEnd()) {
            throw new UnreadableMessageException(
                    schemas.hasRegistry() ? Fault.MALFORMED : Fault.NOT_AVRO,
                    "no Avro message of type " + schema.getName() + ": bytes are left over behind it",
                    null);
        }
        return message;
    }

    private Schema ofFingerprint(long fingerprint) {
        String name = "fingerprint " + SchemaTopic.key(fingerprint);
        if (writers != Writers.ANYBODY) {
            return schemas.ofFingerprint(fingerprint).orElseThrow(() -> missing(name, TOPIC));
        }
        return found(name, TOPIC, schemas.ofUntrustedFingerprint(fingerprint));
    }

    /** The schema that untrusted bytes name. */
    private Schema found(String name, String where, Answer<Schema> answer) {
        if (answer instanceof Answer.Found<Schema> found) {
            return found.value();
        } else if (answer instanceof Answer.NotNow<Schema> notNow) {
            throw notAvailable(name, notNow);
        }
        throw new UnreadableMessageException(
                Fault.UNKNOWN_SCHEMA, "not an Avro message of ours: " + where + " has no schema of " + name, null);
    }

    private static UnreadableMessageException notAvailable(String name, Answer.NotNow<Schema> answer) {
        return new UnreadableMessageException(
                Fault.SCHEMA_NOT_AVAILABLE, "a schema of " + name + " cannot be looked up now: " + answer.why(), null);
    }

    private SchemaRegistryException missing(String name, String where) {
        return new SchemaRegistryException("a message on " + topic + " is written with a schema of " + name + ", which "
                + where + " does not have, also not after "
                + schemas.patience().toSeconds() + " s: publish it, then start this again");
    }

    private static void limit(String what, int most) {
        String key = "org.apache.avro.limits." + what + ".maxLength";
        if (System.getProperty(key) == null) {
            System.setProperty(key, Integer.toString(most));
        }
    }
}
