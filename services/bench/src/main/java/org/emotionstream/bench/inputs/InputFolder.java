package org.emotionstream.bench.inputs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The folder with the pictures of every kind, a folder each.
 *
 * @param folder of all
 */
public record InputFolder(Path folder) {
    private static final String COMPLETE = "complete";

    /** Whether all pictures are there. */
    public boolean isComplete() {
        return Files.exists(folder.resolve(COMPLETE));
    }

    /** Where the pictures of a kind lie. */
    public Path of(InputKind kind) {
        return folder.resolve(kind.folder());
    }

    /** The pictures of a kind, in the order of their names. */
    public List<byte[]> pictures(InputKind kind) {
        return pictures(of(kind));
    }

    /** The pictures in a folder, in the order of their names. */
    public static List<byte[]> pictures(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().map(InputFolder::bytes).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list the pictures in " + folder, e);
        }
    }

    /** The content of a file. */
    static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    /** Writes the pictures of a kind. */
    void write(InputKind kind, List<byte[]> pictures) throws IOException {
        Path target = Files.createDirectories(of(kind));
        for (int i = 0; i < pictures.size(); i++) {
            Files.write(target.resolve(String.format(Locale.ROOT, "%04d.jpg", i)), pictures.get(i));
        }
    }

    /** Remembers that all pictures are written. */
    void complete() throws IOException {
        Files.writeString(folder.resolve(COMPLETE), "");
    }
}
