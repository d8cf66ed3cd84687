package org.emotionstream.paper.keras;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes files as numpy does. */
final class NumpyFiles {
    private NumpyFiles() {}

    static byte[] npy(String shape, double... values) {
        ByteBuffer numbers = ByteBuffer.allocate(values.length * Double.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        numbers.asDoubleBuffer().put(values);
        return npy("<f8", "False", shape, numbers.array());
    }

    /** An array of format 1. */
    static byte[] npy(String type, String fortran, String shape, byte[] numbers) {
        String header = "{'descr': '" + type + "', 'fortran_order': " + fortran + ", 'shape': " + shape + ", }";
        String padded = header + " ".repeat(63 - (10 + header.length()) % 64) + "\n";
        ByteBuffer bytes =
                ByteBuffer.allocate(10 + padded.length() + numbers.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.put(NpyFormat.MAGIC).put((byte) 1).put((byte) 0).putShort((short) padded.length());
        bytes.put(padded.getBytes(StandardCharsets.ISO_8859_1)).put(numbers);
        return bytes.array();
    }

    static Path npz(Path file, Map<String, byte[]> arrays) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> array : arrays.entrySet()) {
                zip.putNextEntry(new ZipEntry(array.getKey() + ".npy"));
                zip.write(array.getValue());
            }
        }
        return Files.write(file, bytes.toByteArray());
    }
}
