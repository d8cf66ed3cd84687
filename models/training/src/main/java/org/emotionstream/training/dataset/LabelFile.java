package org.emotionstream.training.dataset;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.RuntimeJsonMappingException;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * {@code labels.csv}: a header, then one picture a row. Needs the columns id, archive, entry, source, split,
 * label, label_name and group; the ten FER+ votes where there are any; others are not looked at.
 */
final class LabelFile {
    private static final Set<String> COLUMNS =
            Set.of("id", "archive", "entry", "source", "split", "label", "label_name", "group");

    private LabelFile() {}

    /** Its pictures in the order of its rows. */
    static List<LabelledPicture> read(Path file) {
        CsvMapper mapper = CsvMapper.builder()
                .enable(CsvParser.Feature.FAIL_ON_MISSING_COLUMNS)
                .enable(CsvParser.Feature.SKIP_EMPTY_LINES)
                .build();
        List<LabelledPicture> pictures = new ArrayList<>();
        Map<String, Integer> rowOfId = new HashMap<>();
        int row = 1;
        try (MappingIterator<Map<String, String>> rows = mapper.readerForMapOf(String.class)
                .with(CsvSchema.emptySchema().withHeader())
                .readValues(file.toFile())) {
            while (rows.hasNext()) {
                Map<String, String> fields = rows.next();
                row++;
                checkColumns(file, fields.keySet());
                LabelledPicture picture = new LabelRow(fields, file + ", row " + row).picture();
                checkId(file, picture.id(), row, rowOfId.putIfAbsent(picture.id(), row));
                pictures.add(picture);
            }
        } catch (IOException | RuntimeJsonMappingException e) {
            throw new DatasetException("cannot read " + file + " after row " + row + ": " + e.getMessage(), e);
        }
        if (pictures.isEmpty()) {
            throw new DatasetException(file + ": expected a header and one row a picture, found no picture");
        }
        return pictures;
    }

    private static void checkColumns(Path file, Set<String> found) {
        if (!found.containsAll(COLUMNS)) {
            throw new DatasetException(file + ", row 1: expected the columns " + new TreeSet<>(COLUMNS) + ", found "
                    + new TreeSet<>(found));
        }
    }

    private static void checkId(Path file, String id, int row, Integer earlierRow) {
        if (earlierRow != null) {
            throw new DatasetException(
                    file + ", row " + row + ": expected an id of its own, found " + id + ", that of row " + earlierRow);
        }
    }
}
