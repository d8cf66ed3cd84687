package org.emotionstream.evaluation.dataset;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * AffectNet as the paper has it: {@code training.csv} (our split {@code train}) and {@code validation.csv}
 * ({@code valid}) list the pictures, which lie in numbered folders. Pictures of the expressions 8 (none) and
 * 9 (uncertain) are there without a label. A picture's id is its path, which is its group as well; that of
 * one listed again has file and row behind it.
 */
public final class AffectNetDataset implements Dataset {
    private static final String SOURCE = "affectnet";
    private static final Set<String> COLUMNS = Set.of(AffectNetRow.PATH, AffectNetRow.EXPRESSION);

    private final AffectNetLayout layout;
    private final PictureFolder folder;
    private final List<LabelledPicture> pictures = new ArrayList<>();
    private final Map<String, String> pathOfId = new HashMap<>();

    private AffectNetDataset(AffectNetLayout layout, PictureFolder folder) {
        this.layout = layout;
        this.folder = folder;
    }

    /**
     * AffectNet in this folder: that of its two lists, one above it, or that of its pictures below it.
     *
     * @throws DatasetException when a list or a picture is missing, or a row cannot be understood; the message
     *     names file and row
     */
    public static AffectNetDataset open(Path folder) {
        AffectNetLayout layout = AffectNetLayout.find(folder)
                .orElseThrow(() -> new DatasetException("cannot read " + folder.resolve(AffectNetLayout.TRAINING)
                        + ": AffectNet is a folder with " + AffectNetLayout.TRAINING + " and "
                        + AffectNetLayout.VALIDATION));
        List<AffectNetRow> train = rows(layout.training());
        List<AffectNetRow> valid = rows(layout.validation());
        AffectNetDataset dataset = new AffectNetDataset(layout, folder(layout, train.get(0)));
        train.forEach(row -> dataset.add(row, Splits.TRAIN));
        valid.forEach(row -> dataset.add(row, Splits.VALID));
        return dataset;
    }

    @Override
    public List<LabelledPicture> pictures() {
        return Collections.unmodifiableList(pictures);
    }

    @Override
    public byte[] bytes(LabelledPicture picture) {
        return folder.bytes(pathOfId.get(picture.id()));
    }

    @Override
    public String hash() {
        return Digests.hex(labelsHash(), this);
    }

    /** That of the two lists, one after the other. */
    @Override
    public String labelsHash() {
        return Digests.hex(List.of(layout.training(), layout.validation()));
    }

    @Override
    public void close() {
        // Files are opened for as long as they are read.
    }

    private void add(AffectNetRow row, String split) {
        if (!folder.contains(row.path())) {
            throw new DatasetException(
                    row.where() + ": expected the picture " + folder.root().resolve(row.path()) + ", found none");
        }
        String id = pathOfId.containsKey(row.path())
                ? row.path() + " (" + row.list().getFileName() + ", row " + row.row() + ")"
                : row.path();
        pathOfId.put(id, row.path());
        pictures.add(
                new LabelledPicture(id, SOURCE, split, row.label(), row.labelName(), Optional.empty(), row.path()));
    }

    private static List<AffectNetRow> rows(Path list) {
        if (!Files.isReadable(list)) {
            throw new DatasetException("cannot read " + list + ": AffectNet has " + AffectNetLayout.TRAINING + " and "
                    + AffectNetLayout.VALIDATION);
        }
        List<AffectNetRow> rows = new ArrayList<>();
        CsvRows.read(list, COLUMNS, (fields, row) -> rows.add(AffectNetRow.of(fields, list, row)));
        return rows;
    }

    /** Where the numbered folders lie: there, where the first picture is. */
    private static PictureFolder folder(AffectNetLayout layout, AffectNetRow first) {
        return layout.pictures().stream()
                .map(PictureFolder::new)
                .filter(folder -> folder.contains(first.path()))
                .findFirst()
                .orElseThrow(() -> new DatasetException(first.where() + ": expected the picture " + first.path()
                        + " in one of the folders " + layout.pictures() + ", found it in none"));
    }
}
