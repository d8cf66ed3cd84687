package org.emotionstream.schemas;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.avro.Schema;

/** The schema files of a folder, each parsed alone, as a reader in another language would. */
final class SchemaFiles {
    static final Path CURRENT = Path.of("src/main/avro");
    static final Path RELEASED = Path.of("src/test/resources/released");

    private SchemaFiles() {}

    static Map<String, Schema> in(Path folder) throws IOException {
        Map<String, Schema> schemas = new TreeMap<>();
        for (Path file : list(folder)) {
            schemas.put(file.getFileName().toString(), new Schema.Parser().parse(file.toFile()));
        }
        return schemas;
    }

    static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }
}
