package org.emotionstream.evaluation.dataset;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A data set for tests: rows of {@code labels.csv}, and stored entries in the archives that they name. */
public final class TinyDataset {
    /** The header of {@code labels.csv}, votes in FER+'s order, which is not ours. */
    public static final String HEADER = "id,archive,entry,source,split,width,height,neutral,happiness,surprise,sadness,"
            + "anger,disgust,fear,contempt,unknown,NF,label,label_name,dlib_faces_100px,licence,group";

    private final Path folder;
    private final List<String> rows = new ArrayList<>();
    private final Map<String, Map<String, byte[]>> archives = new LinkedHashMap<>();

    public TinyDataset(Path folder) {
        this.folder = folder;
    }

    /**
     * Adds a picture.
     *
     * @param votes ten numbers of votes with commas between them, or nine commas alone
     * @param label number and name, for example {@code 3,surprise}
     */
    public TinyDataset add(String id, String split, String votes, String label, String group, byte[] picture) {
        String archive = split + ".zip";
        archives.computeIfAbsent(archive, name -> new LinkedHashMap<>()).put(id + ".png", picture);
        return addRow(id + "," + archive + "," + id + ".png,test," + split + ",48,48," + votes + "," + label
                + ",1,\"none, or all\"," + group);
    }

    /** Adds a row as it stands, and no picture. */
    public TinyDataset addRow(String row) {
        rows.add(row);
        return this;
    }

    /** Writes {@code labels.csv} and the archives. */
    public Path write() throws IOException {
        for (Map.Entry<String, Map<String, byte[]>> archive : archives.entrySet()) {
            writeArchive(folder.resolve(archive.getKey()), archive.getValue());
        }
        Files.writeString(folder.resolve("labels.csv"), HEADER + "\n" + String.join("\n", rows) + "\n");
        return folder;
    }

    /** A picture for tests that never look at pixels. */
    public static byte[] picture(String content) {
        return content.getBytes(StandardCharsets.UTF_8);
    }

    private static void writeArchive(Path file, Map<String, byte[]> entries) throws IOException {
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> content : entries.entrySet()) {
                CRC32 checksum = new CRC32();
                checksum.update(content.getValue());
                ZipEntry entry = new ZipEntry(content.getKey());
                entry.setMethod(ZipEntry.STORED);
                entry.setSize(content.getValue().length);
                entry.setCrc(checksum.getValue());
                // The same bytes whenever they are written: a test compares their hash.
                entry.setTimeLocal(LocalDateTime.of(2026, 1, 1, 0, 0));
                zip.putNextEntry(entry);
                zip.write(content.getValue());
            }
        }
    }
}
