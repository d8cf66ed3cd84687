package org.emotionstream.codecs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The native libraries of snappy-java and zstd-jni, unpacked where they can be loaded. Left alone, each process
 * unpacks both into the temporary folder, and one that is killed leaves them there. lz4-java can do without its own,
 * and can only unpack it there, so that file is deleted once it is loaded.
 *
 * <p>The folder that the native libraries of the product are unpacked to comes first ({@code
 * org.bytedeco.javacpp.cachedir}): there the files stay, and all processes share them. Else a new folder in the
 * temporary folder, which is deleted as soon as the libraries are loaded.
 */
final class NativeLibraries implements AutoCloseable {
    private static final Path LOADED = Path.of("/proc/self/maps");
    private static final Pattern LZ4 = Pattern.compile("/.*/liblz4-java-\\d+\\.so");
    private static final String SHARED_FOLDER = "org.bytedeco.javacpp.cachedir";

    private final List<String> problems = new ArrayList<>();
    private Optional<Path> passing = Optional.empty();
    private Throwable last;

    private NativeLibraries() {}

    /**
     * Unpacks what is not unpacked yet; the caller closes it once the codecs have loaded it.
     *
     * @throws CodecException when there is no folder to load from
     */
    static NativeLibraries unpack() {
        NativeLibraries libraries = new NativeLibraries();
        List<NativeLibrary> wanted =
                NativeLibrary.ALL.stream().filter(NativeLibrary::isNotPlaced).toList();
        if (!wanted.isEmpty()) {
            libraries.place(wanted);
        }
        return libraries;
    }

    private void place(List<NativeLibrary> wanted) {
        String shared = System.getProperty(SHARED_FOLDER, "");
        if (!shared.isEmpty() && placed(Path.of(shared, "codecs"), wanted)) {
            return;
        }
        Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
        try {
            passing = Optional.of(Files.createTempDirectory(temporary, "codecs-"));
        } catch (IOException e) {
            problem(temporary, e);
            throw unusable();
        }
        if (!placed(passing.get(), wanted)) {
            close();
            throw unusable();
        }
    }

    private boolean placed(Path folder, List<NativeLibrary> wanted) {
        try {
            Files.createDirectories(folder);
            for (NativeLibrary library : wanted) {
                // By the class loader that the codec will load it with, so this is the first of two times.
                System.load(unpacked(library, folder).toString());
            }
            wanted.forEach(library -> library.place(folder));
            return true;
        } catch (IOException | UnsatisfiedLinkError e) {
            problem(folder, e);
            return false;
        }
    }

    private static Path unpacked(NativeLibrary library, Path folder) throws IOException {
        Path file = folder.resolve(library.file()).toAbsolutePath();
        byte[] content = library.content();
        if (Files.exists(file) && Arrays.equals(Files.readAllBytes(file), content)) {
            return file;
        }
        // Whole or not at all: another process may look for the file now, or this one be killed.
        Path part = Files.createTempFile(folder, library.file(), ".part");
        try {
            Files.write(part, content);
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(part);
        }
        return file;
    }

    private CodecException unusable() {
        return new CodecException(
                "records that are packed with snappy or zstd cannot be read: the native libraries cannot be loaded from "
                        + String.join(" nor from ", problems)
                        + "; give a folder that can be written and is not mounted noexec: -Djava.io.tmpdir=FOLDER",
                last);
    }

    private void problem(Path folder, Throwable cause) {
        problems.add(folder + " (" + cause + ")");
        last = cause;
    }

    /** Deletes what was unpacked for this process alone: what is loaded needs its file no longer. */
    @Override
    public void close() {
        passing.ifPresent(NativeLibraries::delete);
        deleteUnpackedLz4();
    }

    private static void deleteUnpackedLz4() {
        try {
            for (String line : Files.readAllLines(LOADED)) {
                Matcher file = LZ4.matcher(line);
                if (file.find()) {
                    Files.deleteIfExists(Path.of(file.group()));
                    Files.deleteIfExists(Path.of(file.group() + ".lck"));
                }
            }
        } catch (IOException e) {
            return; // Then lz4-java deletes it itself, unless the process is killed.
        }
    }

    private static void delete(Path folder) {
        try {
            for (NativeLibrary library : NativeLibrary.ALL) {
                Files.deleteIfExists(folder.resolve(library.file()));
            }
            Files.deleteIfExists(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete " + folder, e);
        }
    }
}
