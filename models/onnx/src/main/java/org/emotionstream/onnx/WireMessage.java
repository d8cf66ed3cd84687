package org.emotionstream.onnx;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * A protobuf message as its fields in the order in which they are stored, without a schema: enough to change a part of
 * an ONNX file and to keep the rest, byte for byte. What is large is never copied.
 *
 * @param fields in their order
 */
public record WireMessage(List<WireField> fields) {
    /**
     * The fields of a message, which remain parts of the buffer.
     *
     * @throws java.nio.BufferUnderflowException when the bytes end too early
     * @throws IllegalArgumentException when they are no message
     */
    public static WireMessage parse(ByteBuffer in) {
        List<WireField> fields = new ArrayList<>();
        while (in.hasRemaining()) {
            fields.add(WireField.parse(in));
        }
        return new WireMessage(fields);
    }

    /** Those of its fields that have this number. */
    public List<WireField> all(int number) {
        return fields.stream().filter(field -> field.number() == number).toList();
    }

    /** The text of the first field of this number; empty when there is none. */
    public String text(int number) {
        return all(number).stream().findFirst().map(WireField::text).orElse("");
    }

    /** The whole numbers of all fields of this number. */
    public List<Long> integers(int number) {
        return all(number).stream().flatMap(field -> field.integers().stream()).toList();
    }

    /** This message with another field in the place of one of its own. */
    public WireMessage replaced(WireField one, WireField other) {
        return new WireMessage(
                fields.stream().map(field -> field == one ? other : field).toList());
    }

    /** This message without one of its fields. */
    public WireMessage without(WireField one) {
        return new WireMessage(fields.stream().filter(field -> field != one).toList());
    }

    /** As it is stored, piece by piece. */
    public List<ByteBuffer> pieces() {
        return fields.stream().flatMap(field -> field.pieces().stream()).toList();
    }

    /** As it is stored, in native memory. */
    public ByteBuffer toBuffer() {
        List<ByteBuffer> pieces = pieces();
        ByteBuffer buffer = ByteBuffer.allocateDirect(
                pieces.stream().mapToInt(ByteBuffer::remaining).sum());
        pieces.forEach(piece -> buffer.put(piece.duplicate()));
        return buffer.flip();
    }
}
