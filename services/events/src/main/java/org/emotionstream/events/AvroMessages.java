package org.emotionstream.events;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.message.BinaryMessageDecoder;
import org.apache.avro.message.BinaryMessageEncoder;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecordBase;

/**
 * Messages of one type as bytes, in Avro's single-object encoding: C3 01, the 8-byte fingerprint of the
 * schema, the Avro binary. Safe for use by many threads.
 *
 * @param <T> the message, generated from {@code schemas}
 */
public final class AvroMessages<T extends SpecificRecordBase> {
    private final BinaryMessageEncoder<T> encoder;
    private final BinaryMessageDecoder<T> decoder;

    /** Messages of this generated class. */
    public AvroMessages(Class<T> type) {
        SpecificData data = SpecificData.getForClass(type);
        encoder = new BinaryMessageEncoder<>(data, data.getSchema(type));
        decoder = new BinaryMessageDecoder<>(data, data.getSchema(type));
    }

    /** The bytes of this message. */
    public byte[] write(T message) {
        try {
            var bytes = encoder.encode(message);
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
     */
    public T read(byte[] bytes) {
        try {
            return decoder.decode(bytes);
        } catch (IOException | AvroRuntimeException | IndexOutOfBoundsException e) {
            throw new UnreadableMessageException("not an Avro message of the expected type: " + e.getMessage(), e);
        }
    }
}
