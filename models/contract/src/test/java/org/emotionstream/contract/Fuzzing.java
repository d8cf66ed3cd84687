package org.emotionstream.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

/**
 * What the fuzz targets share. Each is a test class with {@code fuzzerTestOneInput}, which Jazzer calls in
 * {@code ./emotionstream test --fuzz}, and a {@code main} that writes what Jazzer begins with. In the normal
 * build each takes some thousand mutations of that, the same each time.
 */
public final class Fuzzing {
    private static final int FIRST_OF_A_ROW = 3;

    private Fuzzing() {}

    /** Gives the target each seed, what is left of it when it is cut, and these many mutations of it. */
    public static void replay(List<byte[]> seeds, int mutations, Consumer<byte[]> target) {
        Random random = new Random(4);
        for (byte[] seed : seeds) {
            target.accept(seed);
            int step = Math.max(1, seed.length / 500);
            for (int length = 0; length < seed.length; length += step) {
                target.accept(Arrays.copyOf(seed, length));
            }
            for (int i = 0; i < mutations; i++) {
                target.accept(mutated(seed, random));
            }
        }
    }

    /** One to four changes: a bit, a byte, a byte at either end of its range, a stretch that stands elsewhere. */
    public static byte[] mutated(byte[] seed, Random random) {
        byte[] bytes = seed.clone();
        for (int change = random.nextInt(4); change >= 0 && bytes.length > 0; change--) {
            int at = random.nextInt(random.nextBoolean() ? Math.min(64, bytes.length) : bytes.length);
            switch (random.nextInt(4)) {
                case 0 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
                case 1 -> bytes[at] = (byte) random.nextInt(256);
                case 2 -> bytes[at] = new byte[] {0, 1, 0x7F, (byte) 0x80, (byte) 0xFF}[random.nextInt(5)];
                default -> {
                    int from = random.nextInt(bytes.length);
                    int length = Math.min(1 + random.nextInt(16), bytes.length - Math.max(at, from));
                    System.arraycopy(bytes, from, bytes, at, length);
                }
            }
        }
        return bytes;
    }

    /** This JSON as often as it has values (of a row its first three), each time with one of them replaced by each of these. */
    public static void replaceEachValue(byte[] json, List<String> replacements, Consumer<byte[]> target) {
        try {
            ObjectMapper mapper = new ObjectMapper();
            JsonNode root = mapper.readTree(json);
            for (String replacement : replacements) {
                JsonNode other = mapper.readTree(replacement);
                target.accept(mapper.writeValueAsBytes(other));
                replaceBelow(root, other, () -> target.accept(root.toString().getBytes(StandardCharsets.UTF_8)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void replaceBelow(JsonNode node, JsonNode other, Runnable changed) {
        if (node instanceof ObjectNode object) {
            List<String> names = new ArrayList<>();
            object.fieldNames().forEachRemaining(names::add);
            for (String name : names) {
                JsonNode before = object.replace(name, other);
                changed.run();
                object.set(name, before);
                replaceBelow(before, other, changed);
            }
        } else if (node instanceof ArrayNode array) {
            // What stands further back in a row is read like the first of it.
            for (int i = 0; i < Math.min(FIRST_OF_A_ROW, array.size()); i++) {
                JsonNode before = array.get(i);
                array.set(i, other);
                changed.run();
                array.set(i, before);
                replaceBelow(before, other, changed);
            }
        }
    }

    /** Writes what Jazzer begins with. */
    public static void writeSeeds(String folder, List<byte[]> seeds) {
        try {
            Files.createDirectories(Path.of(folder));
            for (int i = 0; i < seeds.size(); i++) {
                Files.write(Path.of(folder, "seed-" + i), seeds.get(i));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
