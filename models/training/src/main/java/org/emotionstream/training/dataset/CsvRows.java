package org.emotionstream.training.dataset;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.RuntimeJsonMappingException;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** A CSV file with a header and one picture a row, with or without quotes, told row by row. */
final class CsvRows {
    /** Takes a row. */
    interface RowReader {
        /**
         * @param fields by column
         * @param row counted from 1, which is the header
         */
        void read(Map<String, String> fields, int row);
    }

    private CsvRows() {}

    /**
     * Reads the rows in their order.
     *
     * @param columns that must be there; others may be
     * @throws DatasetException when it cannot be read, lacks a column, or has no row
     */
    static void read(Path file, Set<String> columns, RowReader reader) {
        CsvMapper mapper = CsvMapper.builder()
                .enable(CsvParser.Feature.FAIL_ON_MISSING_COLUMNS)
                .enable(CsvParser.Feature.SKIP_EMPTY_LINES)
                .build();
        int row = 1;
        try (MappingIterator<Map<String, String>> rows = mapper.readerForMapOf(String.class)
                .with(CsvSchema.emptySchema().withHeader())
                .readValues(file.toFile())) {
            while (rows.hasNext()) {
                Map<String, String> fields = rows.next();
                row++;
                checkColumns(file, columns, fields.keySet());
                reader.read(fields, row);
            }
        } catch (IOException | RuntimeJsonMappingException e) {
            throw new DatasetException("cannot read " + file + " after row " + row + ": " + e.getMessage(), e);
        }
        if (row == 1) {
            throw new DatasetException(file + ": expected a header and one row a picture, found no picture");
        }
    }

    /** The start of what is said about a row. */
    static String where(Path file, int row) {
        return file + ", row " + row;
    }

    private static void checkColumns(Path file, Set<String> expected, Set<String> found) {
        if (!found.containsAll(expected)) {
            throw new DatasetException(where(file, 1) + ": expected the columns " + new TreeSet<>(expected) + ", found "
                    + new TreeSet<>(found));
        }
    }
}
