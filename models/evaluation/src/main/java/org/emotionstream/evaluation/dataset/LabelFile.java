package org.emotionstream.evaluation.dataset;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * {@code labels.csv}: a header, then one picture a row. Needs the columns id, archive, entry, source, split,
 * label, label_name and group; the ten FER+ votes where there are any; others are not looked at.
 */
final class LabelFile {
    /**
     * A row, and where its picture is.
     *
     * @param archive the file that holds it
     * @param entry its name in that file
     */
    record Row(LabelledPicture picture, String archive, String entry) {}

    private static final Set<String> COLUMNS =
            Set.of("id", "archive", "entry", "source", "split", "label", "label_name", "group");

    private LabelFile() {}

    /** Its pictures in the order of its rows. */
    static List<Row> read(Path file) {
        List<Row> pictures = new ArrayList<>();
        Map<String, Integer> rowOfId = new HashMap<>();
        CsvRows.read(file, COLUMNS, (fields, row) -> {
            Row picture = new LabelRow(fields, CsvRows.where(file, row)).read();
            String id = picture.picture().id();
            checkId(file, id, row, rowOfId.putIfAbsent(id, row));
            pictures.add(picture);
        });
        return pictures;
    }

    private static void checkId(Path file, String id, int row, Integer earlierRow) {
        if (earlierRow != null) {
            throw new DatasetException(CsvRows.where(file, row) + ": expected an id of its own, found " + id
                    + ", that of row " + earlierRow);
        }
    }
}
