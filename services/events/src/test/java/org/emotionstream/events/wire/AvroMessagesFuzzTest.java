package org.emotionstream.events.wire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.message.BinaryMessageEncoder;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.avro.util.RandomData;
import org.emotionstream.schemas.EmotionDistributions;
import org.emotionstream.schemas.ImageEmotions;
import org.emotionstream.schemas.ImageFeatures;
import org.emotionstream.schemas.ImageLandmarks;
import org.emotionstream.schemas.ImageTaken;
import org.emotionstream.schemas.LedgerEntry;
import org.emotionstream.schemas.RawImage;
import org.junit.jupiter.api.Test;

/**
 * Whatever the bytes, they are a message of the type or an {@link UnreadableMessageException}; for each of the
 * seven messages, the first byte says of which. What Jazzer runs in {@code ./emotionstream test --fuzz}; here,
 * some thousand mutations, the same each time.
 */
public class AvroMessagesFuzzTest {
    private static final List<Class<? extends SpecificRecordBase>> TYPES = List.of(
            RawImage.class,
            ImageLandmarks.class,
            ImageFeatures.class,
            EmotionDistributions.class,
            ImageEmotions.class,
            ImageTaken.class,
            LedgerEntry.class);

    private static final List<AvroMessages<?>> MESSAGES = messages();

    @Test
    void anyBytesAreAMessageOrUnreadable() {
        Random random = new Random(4);
        for (byte[] seed : seeds()) {
            for (int length = 0; length <= seed.length; length++) {
                fuzzerTestOneInput(Arrays.copyOf(seed, length));
            }
            for (int i = 0; i < 1000; i++) {
                byte[] bytes = seed.clone();
                for (int change = random.nextInt(4); change >= 0; change--) {
                    bytes[1 + random.nextInt(bytes.length - 1)] ^= (byte) (1 << random.nextInt(8));
                }
                fuzzerTestOneInput(bytes);
            }
        }
    }

    /** What Jazzer calls. */
    public static void fuzzerTestOneInput(byte[] bytes) {
        if (bytes.length == 0) {
            return;
        }
        byte[] message = Arrays.copyOfRange(bytes, 1, bytes.length);
        try {
            Object read = MESSAGES.get((bytes[0] & 0xFF) % MESSAGES.size()).read(message);
            read.toString();
        } catch (UnreadableMessageException unreadable) {
            // As it should be.
        }
    }

    private static List<AvroMessages<?>> messages() {
        List<AvroMessages<?>> messages = new ArrayList<>();
        TYPES.forEach(type -> messages.add(new AvroMessages<>(type)));
        return messages;
    }

    /** One message of each type, in both layouts. */
    private static List<byte[]> seeds() {
        List<byte[]> seeds = new ArrayList<>();
        RawImage raw = new RawImage("id", "camera", Instant.ofEpochMilli(5), ByteBuffer.wrap(new byte[] {1, 2, 3}));
        add(seeds, 0, new AvroMessages<>(RawImage.class).write(raw));
        for (int type = 1; type < TYPES.size(); type++) {
            add(seeds, type, sample(TYPES.get(type)));
        }
        return seeds;
    }

    private static byte[] sample(Class<? extends SpecificRecordBase> type) {
        Schema schema = SpecificData.get().getSchema(type);
        Object random = new RandomData(schema, 1, 7L).iterator().next();
        try {
            ByteBuffer bytes = new BinaryMessageEncoder<>(GenericData.get(), schema).encode(random);
            byte[] copy = new byte[bytes.remaining()];
            bytes.get(copy);
            return copy;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void add(List<byte[]> seeds, int type, byte[] message) {
        seeds.add(ByteBuffer.allocate(1 + message.length)
                .put((byte) type)
                .put(message)
                .array());
        byte[] binary = Arrays.copyOfRange(message, 10, message.length);
        seeds.add(ByteBuffer.allocate(6 + binary.length)
                .put((byte) type)
                .putInt(1, 0)
                .position(6)
                .put(binary)
                .array());
    }

    public static void main(String[] arguments) throws IOException {
        List<byte[]> seeds = seeds();
        for (int i = 0; i < seeds.size(); i++) {
            Files.write(Files.createDirectories(Path.of(arguments[0])).resolve("seed-" + i), seeds.get(i));
        }
    }
}
