package org.emotionstream.landmarker;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecordBuilder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.message.BinaryMessageEncoder;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.emotionstream.events.wire.AvroMessages;
import org.emotionstream.landmarks.hostile.HostilePicture;
import org.emotionstream.landmarks.hostile.HostilePicture.Expected;
import org.emotionstream.landmarks.hostile.HostilePictures;
import org.emotionstream.landmarks.hostile.Still;
import org.emotionstream.schemas.RawImage;

/** Raw records that nobody should send: pictures, messages, keys and headers. */
final class HostileRecords {
    private static final int HEADER = 10;

    private final List<Hostile> records = new ArrayList<>();
    private final byte[] picture = Still.greyJpeg();
    private long offset;

    private HostileRecords() {}

    record Hostile(String kind, String name, Expected expected, ConsumerRecord<byte[], byte[]> record) {}

    static List<Hostile> all() {
        HostileRecords all = new HostileRecords();
        for (HostilePicture picture : HostilePictures.all()) {
            all.add(picture.kind(), picture.name(), picture.expected(), all.utf8("key"), picture.bytes());
        }
        all.messages();
        all.newerMessages();
        all.keys();
        all.headers();
        return all.records;
    }

    private void messages() {
        byte[] whole = new AvroMessages<>(RawImage.class)
                .write(new RawImage("id", "camera", Instant.ofEpochMilli(7), ByteBuffer.wrap(picture)));
        byte[] binary = Arrays.copyOfRange(whole, HEADER, whole.length);
        add("avro, whole", "single object", Expected.ANSWERED, utf8("key"), whole);
        add("avro, whole", "Confluent, an id that nobody knows", Expected.ANSWERED, utf8("key"), confluent(binary));
        for (int length : new int[] {2, 3, 9, 10, 11, 12, 14, 15, 22, 23, 24, 25, 26, 40, whole.length - 1}) {
            byte[] cut = Arrays.copyOf(whole, length);
            add("avro, truncated", "single object, " + length, Expected.REJECTED, utf8("key"), cut);
        }
        for (int length : new int[] {1, 2, 4, 5, 6, 8, 12, binary.length + 4}) {
            byte[] cut = Arrays.copyOf(confluent(binary), length);
            add("avro, truncated", "Confluent, " + length, Expected.REJECTED, utf8("key"), cut);
        }
        byte[] unknown = whole.clone();
        unknown[5] ^= 1;
        add("avro, unknown fingerprint", "one bit", Expected.REJECTED, utf8("key"), unknown);
        byte[] longer = Arrays.copyOf(confluent(binary), binary.length + 9);
        add("avro, left over", "Confluent", Expected.REJECTED, utf8("key"), longer);
        lengths(whole);
    }

    /** The length of the image id, as Avro's zigzag numbers: of gigabytes, of more than 64 bits, negative. */
    private void lengths(byte[] whole) {
        byte[][] lengths = {
            {(byte) 0xFE, (byte) 0xFF, (byte) 0xFF, (byte) 0xFF, 0x0F},
            {(byte) 0xFE, (byte) 0xFF, (byte) 0xFF, (byte) 0xFF, (byte) 0xFF, (byte) 0xFF, (byte) 0xFF, 0x7F},
            {-1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1},
            {1},
            {(byte) 0x80, (byte) 0x80, (byte) 0x80, 0x14}
        };
        for (byte[] length : lengths) {
            byte[] bytes = Arrays.copyOf(whole, HEADER + 1 + length.length + 8);
            bytes[HEADER] = 2;
            System.arraycopy(length, 0, bytes, HEADER + 1, length.length);
            add("avro, huge length", Arrays.toString(length), Expected.REJECTED, utf8("key"), bytes);
            byte[] confluent = confluent(Arrays.copyOfRange(bytes, HEADER, bytes.length));
            add("avro, huge length", "Confluent " + Arrays.toString(length), Expected.REJECTED, utf8("key"), confluent);
        }
        byte[] union = whole.clone();
        union[HEADER] = 0x7E;
        add("avro, wrong", "a branch of a union that there is not", Expected.REJECTED, utf8("key"), union);
        byte[] text = whole.clone();
        text[HEADER + 2] = (byte) 0xFF;
        add("avro, wrong", "an id that is no UTF-8", Expected.EITHER, utf8("key"), text);
        byte[] empty = new AvroMessages<>(RawImage.class).write(new RawImage(null, null, null, ByteBuffer.allocate(0)));
        add("avro, wrong", "no picture in it", Expected.REJECTED, null, empty);
        byte[] longId = new AvroMessages<>(RawImage.class)
                .write(new RawImage("i".repeat(1025), null, null, ByteBuffer.wrap(picture)));
        add("id too long", "in the message", Expected.REJECTED, null, longId);
    }

    /** A message of a version that this one does not know, with a field more. */
    private void newerMessages() {
        Schema newer = SchemaBuilder.record("RawImage")
                .namespace("org.emotionstream.schemas")
                .fields()
                .requiredBytes("picture")
                .requiredString("whatIsNew")
                .endRecord();
        GenericData.Record message = new GenericRecordBuilder(newer)
                .set("picture", ByteBuffer.wrap(picture))
                .set("whatIsNew", "new")
                .build();
        try {
            ByteBuffer bytes = new BinaryMessageEncoder<>(GenericData.get(), newer).encode(message);
            byte[] value = new byte[bytes.remaining()];
            bytes.get(value);
            add("avro, newer", "single object", Expected.REJECTED, utf8("key"), value);
            ByteArrayOutputStream binary = new ByteArrayOutputStream();
            var encoder = EncoderFactory.get().binaryEncoder(binary, null);
            new GenericDatumWriter<>(newer).write(message, encoder);
            encoder.flush();
            add("avro, newer", "Confluent", Expected.EITHER, utf8("key"), confluent(binary.toByteArray()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void keys() {
        add("key", "no value", Expected.REJECTED, utf8("key"), null);
        add("key", "no key and no value", Expected.REJECTED, null, null);
        add("key", "no key", Expected.ANSWERED, null, picture);
        add("key", "empty", Expected.ANSWERED, new byte[0], picture);
        add("key", "not UTF-8", Expected.ANSWERED, new byte[] {(byte) 0xFF, (byte) 0xC0, 0}, picture);
        add(
                "key",
                "half of a surrogate",
                Expected.ANSWERED,
                new byte[] {(byte) 0xED, (byte) 0xA0, (byte) 0x80},
                picture);
        add("key", "zeros", Expected.ANSWERED, new byte[16], picture);
        add("key", "another line", Expected.ANSWERED, utf8("a\nb: c\r\n"), picture);
        add("key", "1024 bytes", Expected.ANSWERED, utf8("k".repeat(1024)), picture);
        add("id too long", "a key of 1025 bytes", Expected.REJECTED, utf8("k".repeat(1025)), picture);
        add("id too long", "a key of 1 MB", Expected.REJECTED, utf8("k".repeat(1 << 20)), picture);
        add("id too long", "a key of 600 bytes that are no text", Expected.REJECTED, bytes(600), picture);
        add("id too long", "a long key and no value", Expected.REJECTED, utf8("k".repeat(5000)), null);
    }

    private void headers() {
        byte[] notText = {(byte) 0xC3, 0x28};
        for (String name : List.of("image-id", "ce_id", "source", "ce_source", "ce_time", "emotionstream-attempt")) {
            add("header", name + " not UTF-8", Expected.ANSWERED, picture, name, notText);
            add("header", name + " null", Expected.ANSWERED, picture, name, null);
            add("header", name + " empty", Expected.ANSWERED, picture, name, new byte[0]);
            boolean limited = !name.equals("ce_time") && !name.equals("emotionstream-attempt");
            Expected expected = limited ? Expected.REJECTED : Expected.ANSWERED;
            add(limited ? "id too long" : "header", name + " of 1 MB", expected, picture, name, bytes(1 << 20));
        }
        for (String time :
                List.of("yesterday", "+999999999-12-31T23:59:59Z", "-999999999-01-01T00:00:00+18:00", "2026")) {
            add("header", "ce_time " + time, Expected.ANSWERED, picture, "ce_time", utf8(time));
        }
        for (String attempt : List.of("-1", "0", "99999999999", "NaN")) {
            add("header", "attempt " + attempt, Expected.ANSWERED, picture, "emotionstream-attempt", utf8(attempt));
        }
        add("header", "a name of 10,000", Expected.ANSWERED, picture, "n".repeat(10_000), notText);
        add("header", "our own reason", Expected.REJECTED, utf8("no picture"), "emotionstream-reason", utf8("forged"));
    }

    private void add(String kind, String name, Expected expected, byte[] value, String header, byte[] content) {
        add(kind, name, expected, utf8("key"), value, new RecordHeaders().add(header, content));
    }

    private void add(String kind, String name, Expected expected, byte[] key, byte[] value) {
        add(kind, name, expected, key, value, new RecordHeaders());
    }

    private void add(String kind, String name, Expected expected, byte[] key, byte[] value, Headers headers) {
        records.add(new Hostile(
                kind,
                name,
                expected,
                new ConsumerRecord<>(
                        "images.raw",
                        0,
                        offset++,
                        1234,
                        TimestampType.LOG_APPEND_TIME,
                        key == null ? -1 : key.length,
                        value == null ? -1 : value.length,
                        key,
                        value,
                        headers,
                        Optional.empty())));
    }

    private static byte[] confluent(byte[] binary) {
        return ByteBuffer.allocate(5 + binary.length)
                .put((byte) 0)
                .putInt(4711)
                .put(binary)
                .array();
    }

    private static byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        Arrays.fill(bytes, (byte) 0xFE);
        return bytes;
    }

    private byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
