package org.emotionstream.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A source file of product code.
 *
 * @param module folder of the module, for example {@code services/events}
 * @param packageName package of the file
 * @param className name of its top-level class
 * @param usedPackages packages of ours whose classes it names outside of comments
 */
record ProductSource(String module, String packageName, String className, Set<String> usedPackages) {
    private static final String SOURCES = "/src/main/java/";
    private static final Pattern COMMENT = Pattern.compile("(?s)/\\*.*?\\*/|//[^\\n]*");
    private static final Pattern PACKAGE = Pattern.compile("(?m)^package ([\\w.]+);");
    // A name in quotes is not a use: the command line starts a process by the name of a class.
    private static final Pattern CLASS = Pattern.compile("(?<!\")\\b(org\\.emotionstream(?:\\.[a-z]\\w*)+)\\.[A-Z]");

    /** All product sources of this checkout. */
    static List<ProductSource> all() {
        Path root = Path.of(System.getProperty("emotionstream.root"));
        return Stream.of("schemas", "models", "services", "deploy")
                .flatMap(folder -> javaFiles(root.resolve(folder)))
                .map(file -> read(root, file))
                .toList();
    }

    private static Stream<Path> javaFiles(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files
                    .filter(file -> file.toString().contains(SOURCES)
                            && file.toString().endsWith(".java")
                            && !file.endsWith("package-info.java"))
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list the sources in " + folder, e);
        }
    }

    private static ProductSource read(Path root, Path file) {
        String path = root.relativize(file).toString();
        String name = file.getFileName().toString();
        try {
            String code = COMMENT.matcher(Files.readString(file)).replaceAll("");
            Matcher declaration = PACKAGE.matcher(code);
            if (!declaration.find()) {
                throw new AssertionError(path + " has no package");
            }
            return new ProductSource(
                    path.substring(0, path.indexOf(SOURCES)),
                    declaration.group(1),
                    name.substring(0, name.length() - ".java".length()),
                    CLASS.matcher(code)
                            .results()
                            .map((MatchResult found) -> found.group(1))
                            .filter(used -> !used.equals(declaration.group(1)))
                            .collect(Collectors.toSet()));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + path, e);
        }
    }
}
