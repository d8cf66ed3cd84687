package org.emotionstream.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Full transitive compatibility: today's readers read the events of every released version, and the
 * readers of every released version read today's events. Each release adds a folder of its schemas.
 */
class CompatibilityTest {
    static Stream<Path> releasedVersions() throws IOException {
        return SchemaFiles.list(SchemaFiles.RELEASED).stream();
    }

    @ParameterizedTest
    @MethodSource("releasedVersions")
    void readsAndIsReadByAReleasedVersion(Path version) throws IOException {
        Map<String, Schema> current = SchemaFiles.in(SchemaFiles.CURRENT);
        Map<String, Schema> released = SchemaFiles.in(version);
        assertThat(current.keySet()).containsAll(released.keySet());
        released.forEach((file, old) -> {
            assertCanRead(version + ": old events of " + file, current.get(file), old);
            assertCanRead(version + ": old readers of " + file, old, current.get(file));
        });
    }

    private static void assertCanRead(String what, Schema reader, Schema writer) {
        var result = SchemaCompatibility.checkReaderWriterCompatibility(reader, writer);
        assertThat(result.getType())
                .as(what + ": " + result.getResult().getIncompatibilities())
                .isEqualTo(SchemaCompatibilityType.COMPATIBLE);
    }
}
