package org.emotionstream.onnx;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * One field of a protobuf message.
 *
 * @param tag number and type, as stored
 * @param content what follows the tag, of bytes without their length, one piece after the other; not copied
 */
public record WireField(long tag, List<ByteBuffer> content) {
    private static final int VARINT = 0;
    private static final int LONG = 1;
    private static final int BYTES = 2;
    private static final int INT = 5;
    private static final int TYPE = 7;
    private static final int NUMBER_SHIFT = 3;

    /** A field of bytes: a string, packed numbers. */
    public static WireField bytes(int number, byte[] content) {
        return new WireField((long) number << NUMBER_SHIFT | BYTES, List.of(ByteBuffer.wrap(content)));
    }

    /** A field that holds a message; its bytes are not copied. */
    public static WireField message(int number, WireMessage message) {
        return new WireField((long) number << NUMBER_SHIFT | BYTES, message.pieces());
    }

    /** A field with one whole number. */
    public static WireField integer(int number, long value) {
        return new WireField((long) number << NUMBER_SHIFT | VARINT, List.of(Varint.write(value)));
    }

    /**
     * The field at the position of the buffer, which moves behind it.
     *
     * @throws BufferUnderflowException when the bytes end too early
     * @throws IllegalArgumentException when they are no field
     */
    public static WireField parse(ByteBuffer in) {
        long tag = Varint.read(in);
        int length =
                switch ((int) tag & TYPE) {
                    case VARINT -> lengthOfVarint(in.duplicate());
                    case LONG -> Long.BYTES;
                    case BYTES -> Math.toIntExact(Varint.read(in));
                    case INT -> Integer.BYTES;
                    default -> throw new IllegalArgumentException("no type of a protobuf field: " + tag);
                };
        if (length > in.remaining()) {
            throw new BufferUnderflowException();
        }
        ByteBuffer content = in.slice(in.position(), length);
        in.position(in.position() + length);
        return new WireField(tag, List.of(content));
    }

    private static int lengthOfVarint(ByteBuffer in) {
        int start = in.position();
        Varint.read(in);
        return in.position() - start;
    }

    /** Which field of the schema it is. */
    public int number() {
        return (int) (tag >>> NUMBER_SHIFT);
    }

    /** The bytes of a field that was parsed, little-endian, to be read without a trace. */
    public ByteBuffer bytes() {
        return content.get(0).duplicate().order(ByteOrder.LITTLE_ENDIAN);
    }

    /** Its bytes as text. */
    public String text() {
        return StandardCharsets.UTF_8.decode(bytes()).toString();
    }

    /** The message that it holds. */
    public WireMessage message() {
        return WireMessage.parse(bytes());
    }

    /** The whole numbers that it holds: one, or several packed together. */
    public List<Long> integers() {
        List<Long> integers = new ArrayList<>();
        ByteBuffer rest = bytes();
        while (rest.hasRemaining()) {
            integers.add(Varint.read(rest));
        }
        return integers;
    }

    /** As it is stored, piece by piece. */
    public List<ByteBuffer> pieces() {
        List<ByteBuffer> pieces = new ArrayList<>();
        boolean sized = ((int) tag & TYPE) == BYTES;
        int size = content.stream().mapToInt(ByteBuffer::remaining).sum();
        pieces.add(sized ? Varint.write(tag, size) : Varint.write(tag));
        pieces.addAll(content);
        return pieces;
    }
}
