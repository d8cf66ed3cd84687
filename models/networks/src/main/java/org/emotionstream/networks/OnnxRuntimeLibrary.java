package org.emotionstream.networks;

import ai.onnxruntime.OrtEnvironment;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * Where ONNX Runtime finds its native library. Left alone it unpacks 28 MB into a new temporary folder at
 * each start, and a process that is killed leaves them there. Unpacked once into a folder, all processes
 * share the file and its memory.
 */
public final class OnnxRuntimeLibrary {
    private static final String PROPERTY = "onnxruntime.native.path";
    private static final String IN_JAR = "/ai/onnxruntime/native/linux-x64/";
    private static final List<String> FILES = List.of("libonnxruntime.so", "libonnxruntime4j_jni.so");

    private OnnxRuntimeLibrary() {}

    /**
     * Unpacks the library into this folder, unless it is there in the same size, and has ONNX Runtime load it from there.
     * Before the first network is opened; without effect afterwards. Processes may do so at the same time.
     * A system property {@value #PROPERTY} that is already set wins.
     *
     * @param folder made when it does not exist
     * @throws IOException when the folder cannot be written
     */
    public static void useFolder(Path folder) throws IOException {
        if (System.getProperty(PROPERTY) != null) {
            return;
        }
        Files.createDirectories(folder);
        for (String file : FILES) {
            unpack(file, folder.resolve(file));
        }
        System.setProperty(PROPERTY, folder.toAbsolutePath().toString());
    }

    private static void unpack(String name, Path file) throws IOException {
        URL packed = OrtEnvironment.class.getResource(IN_JAR + name);
        if (packed == null) {
            throw new FileNotFoundException("ONNX Runtime brings no " + IN_JAR + name);
        }
        URLConnection connection = packed.openConnection();
        try (InputStream in = connection.getInputStream()) {
            if (Files.exists(file) && Files.size(file) == connection.getContentLengthLong()) {
                return;
            }
            // Whole or not at all: another process may look for the file now, or this one be killed.
            Path part = Files.createTempFile(file.getParent(), name, ".part");
            try {
                Files.copy(in, part, StandardCopyOption.REPLACE_EXISTING);
                Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(part);
            }
        }
    }
}
