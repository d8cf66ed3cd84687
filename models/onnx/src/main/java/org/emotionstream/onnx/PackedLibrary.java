package org.emotionstream.onnx;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.net.URLConnection;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;

/**
 * A library in a jar, to be unpacked to a file that is whole or not there.
 *
 * @param url of the entry of the jar
 * @param checksum CRC-32 of the unpacked library, as the jar states it
 */
record PackedLibrary(URL url, long checksum) {
    /** The library with this path among the resources of this class. */
    static PackedLibrary of(Class<?> owner, String path) throws IOException {
        URL url = owner.getResource(path);
        if (url == null) {
            throw new FileNotFoundException(owner.getName() + " comes without " + path);
        }
        URLConnection connection = url.openConnection();
        connection.setUseCaches(false);
        if (connection instanceof JarURLConnection jar && jar.getJarEntry() != null) {
            long stated = jar.getJarEntry().getCrc();
            jar.getJarFile().close();
            return new PackedLibrary(url, stated);
        }
        try (InputStream in = connection.getInputStream()) {
            return new PackedLibrary(url, checksum(in));
        }
    }

    /** Whether this file is this library, to the last byte: a disk that was full or switched off leaves others. */
    boolean isIn(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            return false;
        }
        try (InputStream in = Files.newInputStream(file)) {
            return checksum(in) == checksum;
        }
    }

    /** Writes this file; for one process at a time. Whoever looks meanwhile sees what was there before, or all. */
    void unpackTo(Path file) throws IOException {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try (InputStream in = url.openStream();
                FileChannel out = FileChannel.open(
                        part,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE,
                        StandardOpenOption.TRUNCATE_EXISTING)) {
            in.transferTo(Channels.newOutputStream(out));
            // Else a machine that is switched off now keeps the name and loses the bytes.
            out.force(true);
        } catch (IOException e) {
            Files.deleteIfExists(part);
            throw e;
        }
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static long checksum(InputStream in) throws IOException {
        CheckedInputStream checked = new CheckedInputStream(in, new CRC32());
        byte[] buffer = new byte[1 << 16];
        while (checked.read(buffer) >= 0) {
            // The sum is all that is wanted.
        }
        return checked.getChecksum().getValue();
    }
}
