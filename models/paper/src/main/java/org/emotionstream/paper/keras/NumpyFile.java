package org.emotionstream.paper.keras;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.emotionstream.contract.FileFailure;

/**
 * Arrays by name out of a file of numpy: {@code .npz} (a zip archive of {@code .npy} files), or {@code .npy},
 * whose one array has the name {@code ""}. Told apart by their first bytes. Pickles are refused: to read one
 * is to run whatever code is in it.
 */
final class NumpyFile {
    private static final byte[] ZIP = {'P', 'K'};
    private static final String ENDING = ".npy";
    private static final int MOST_BYTES = 64 << 20;

    private NumpyFile() {}

    /**
     * @param howTo the line of Python that writes what is expected
     * @throws KerasException when it is no such file
     */
    static Map<String, NpyArray> read(Path file, String howTo) {
        try {
            byte[] start = start(file);
            if (Hdf5Header.startsWith(start, ZIP)) {
                return archive(file);
            }
            if (Hdf5Header.startsWith(start, NpyFormat.MAGIC)) {
                return Map.of("", NpyFormat.read(file.toString(), Files.readAllBytes(file)));
            }
            throw new KerasException(file + ": expected a file of numpy (.npz), found something else. A pickle (.pkl,"
                    + " .joblib) cannot be read safely; write it anew in Python:\n  " + howTo);
        } catch (IOException e) {
            throw new KerasException("cannot read " + file + ": " + FileFailure.inWords(e), e);
        }
    }

    private static Map<String, NpyArray> archive(Path file) throws IOException {
        Map<String, NpyArray> arrays = new TreeMap<>();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (Enumeration<? extends ZipEntry> entries = zip.entries(); entries.hasMoreElements(); ) {
                ZipEntry entry = entries.nextElement();
                String name = entry.getName();
                if (name.endsWith(ENDING)) {
                    arrays.put(
                            name.substring(0, name.length() - ENDING.length()),
                            NpyFormat.read(file + ": " + name, bytes(zip, entry)));
                }
            }
        } catch (IllegalArgumentException e) {
            // A name in the archive that is not text.
            throw new IOException(e.getMessage(), e);
        }
        return arrays;
    }

    private static byte[] bytes(ZipFile zip, ZipEntry entry) throws IOException {
        try (InputStream in = zip.getInputStream(entry)) {
            byte[] bytes = in.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw new IOException(entry.getName() + " has more than " + MOST_BYTES + " bytes");
            }
            return bytes;
        }
    }

    private static byte[] start(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(NpyFormat.MAGIC.length);
        }
    }
}
