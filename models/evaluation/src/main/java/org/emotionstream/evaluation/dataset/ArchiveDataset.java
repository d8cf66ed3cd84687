package org.emotionstream.evaluation.dataset;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.emotionstream.contract.FileFailure;

/** A folder with {@code labels.csv} and the zip archives that it names, which hold the pictures. */
public final class ArchiveDataset implements Dataset {
    /** The file that lists the pictures. */
    public static final String LABELS = "labels.csv";

    private final Path folder;
    private final List<LabelledPicture> pictures;
    private final Map<String, LabelFile.Row> rows = new HashMap<>();
    private final Map<String, ZipFile> archives = new TreeMap<>();

    private ArchiveDataset(Path folder, List<LabelFile.Row> rows) {
        this.folder = folder;
        this.pictures = rows.stream().map(LabelFile.Row::picture).toList();
        rows.forEach(row -> this.rows.put(row.picture().id(), row));
    }

    /**
     * The data set in this folder, its labels read and checked, its archives open.
     *
     * @throws DatasetException when a file or an entry is missing, or a row cannot be understood; the message
     *     names file and row
     */
    public static ArchiveDataset open(Path folder) {
        if (!Files.isReadable(folder.resolve(LABELS))) {
            throw new DatasetException("cannot read " + folder.resolve(LABELS) + ": a data set is a folder with "
                    + LABELS + " and the archives that it names");
        }
        ArchiveDataset dataset = new ArchiveDataset(folder, LabelFile.read(folder.resolve(LABELS)));
        try {
            // Row 1 is the header.
            int row = 2;
            for (LabelledPicture picture : dataset.pictures) {
                dataset.openEntry(dataset.rows.get(picture.id()), row++);
            }
            return dataset;
        } catch (DatasetException e) {
            dataset.close();
            throw e;
        }
    }

    @Override
    public List<LabelledPicture> pictures() {
        return pictures;
    }

    @Override
    public byte[] bytes(LabelledPicture picture) {
        LabelFile.Row row = rows.get(picture.id());
        ZipFile archive = archives.get(row.archive());
        try (InputStream in = archive.getInputStream(archive.getEntry(row.entry()))) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new DatasetException(
                    "cannot read " + row.entry() + " in " + folder.resolve(row.archive()) + ": "
                            + FileFailure.inWords(e),
                    e);
        }
    }

    @Override
    public String hash() {
        List<Path> files = new ArrayList<>(List.of(folder.resolve(LABELS)));
        archives.keySet().forEach(archive -> files.add(folder.resolve(archive)));
        return Digests.hex(files);
    }

    /** That of {@value #LABELS}. */
    @Override
    public String labelsHash() {
        return Digests.hex(List.of(folder.resolve(LABELS)));
    }

    @Override
    public void close() {
        archives.values().forEach(this::close);
        archives.clear();
    }

    private void openEntry(LabelFile.Row picture, int row) {
        String where = folder.resolve(LABELS) + ", row " + row + ": ";
        String name = picture.archive();
        if (!name.equals(Path.of(name).getFileName().toString())) {
            throw new DatasetException(where + "column archive: expected the name of a file in the folder of " + LABELS
                    + ", found " + name);
        }
        ZipFile archive = archives.computeIfAbsent(name, missing -> openArchive(missing, where));
        ZipEntry entry = archive.getEntry(picture.entry());
        if (entry == null || entry.isDirectory()) {
            throw new DatasetException(
                    where + "expected an entry " + picture.entry() + " in " + folder.resolve(name) + ", found none");
        }
    }

    private ZipFile openArchive(String name, String where) {
        try {
            return new ZipFile(folder.resolve(name).toFile());
        } catch (IOException e) {
            throw new DatasetException(
                    where + "cannot open " + folder.resolve(name) + ": " + FileFailure.inWords(e), e);
        }
    }

    private void close(ZipFile archive) {
        try {
            archive.close();
        } catch (IOException e) {
            throw new DatasetException("cannot close " + archive.getName() + ": " + FileFailure.inWords(e), e);
        }
    }
}
