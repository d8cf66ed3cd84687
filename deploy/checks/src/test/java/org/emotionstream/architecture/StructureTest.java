package org.emotionstream.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What is mended is deleted from the lists of known violations, which may only shrink. */
class StructureTest {
    private static final List<ProductSource> SOURCES = ProductSource.all();

    @Test
    void noPackageOfAModuleIsPartOfACycle() throws IOException {
        assertThat(PackageArrow.inCycles(SOURCES).stream().map(PackageArrow::toString))
                .as("arrows between packages of one module that are part of a cycle, against the known ones in"
                        + " deploy/checks/src/test/resources/architecture/package-cycles.txt")
                .containsExactlyInAnyOrderElementsOf(known("package-cycles.txt"));
    }

    @Test
    void noNameOfATopLevelClassIsUsedTwice() throws IOException {
        Map<String, Long> uses =
                SOURCES.stream().collect(Collectors.groupingBy(ProductSource::className, Collectors.counting()));
        assertThat(uses.keySet().stream().filter(name -> uses.get(name) > 1))
                .as("names that two top-level classes of product code have, against the known ones in"
                        + " deploy/checks/src/test/resources/architecture/repeated-names.txt")
                .containsExactlyInAnyOrderElementsOf(known("repeated-names.txt"));
    }

    @Test
    void anArrowBackIsFound() {
        List<ProductSource> module = List.of(
                new ProductSource("m", "p", "A", Set.of("p.q", "p.r", "another.module")),
                new ProductSource("m", "p.q", "B", Set.of("p")),
                new ProductSource("m", "p.r", "C", Set.of()));

        assertThat(PackageArrow.inCycles(module))
                .containsExactlyInAnyOrder(new PackageArrow("p", "p.q"), new PackageArrow("p.q", "p"));
    }

    private static List<String> known(String file) throws IOException {
        try (InputStream list = StructureTest.class.getResourceAsStream("/architecture/" + file)) {
            return new String(list.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        }
    }
}
