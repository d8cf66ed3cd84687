package org.emotionstream.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The packages of this module, by the imports of its sources. */
class PackagesTest {
    private static final Path SOURCES = Path.of("src/main/java");
    private static final Pattern IMPORT =
            Pattern.compile("(?m)^import (?:static )?(org\\.emotionstream\\.cli(?:\\.[a-z]+)*)\\.[A-Z]");

    @Test
    void noPackageImportsOneThatImportsIt() throws IOException {
        Map<String, TreeSet<String>> imports = imports();

        assertThat(imports).hasSizeGreaterThan(10);
        for (String name : imports.keySet()) {
            assertThat(reached(name, imports)).as("packages below " + name).doesNotContain(name);
        }
    }

    private static List<String> reached(String from, Map<String, TreeSet<String>> imports) {
        List<String> reached = new ArrayList<>(imports.get(from));
        for (int i = 0; i < reached.size(); i++) {
            imports.getOrDefault(reached.get(i), new TreeSet<>()).stream()
                    .filter(name -> !reached.contains(name))
                    .forEach(reached::add);
        }
        return reached;
    }

    private static Map<String, TreeSet<String>> imports() throws IOException {
        Map<String, TreeSet<String>> imports = new TreeMap<>();
        try (Stream<Path> files = Files.walk(SOURCES)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                String own = SOURCES.relativize(file.getParent()).toString().replace('/', '.');
                TreeSet<String> of = imports.computeIfAbsent(own, any -> new TreeSet<>());
                IMPORT.matcher(Files.readString(file))
                        .results()
                        .map(found -> found.group(1))
                        .filter(name -> !name.equals(own))
                        .forEach(of::add);
            }
        }
        return imports;
    }
}
