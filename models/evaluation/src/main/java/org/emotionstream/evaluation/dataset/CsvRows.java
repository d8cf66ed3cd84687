package org.emotionstream.evaluation.dataset;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.RuntimeJsonMappingException;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.emotionstream.contract.FileFailure;

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

    private static final String EXPECTED = ": expected a header and one row a picture, found ";

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
        } catch (JsonProcessingException | RuntimeJsonMappingException e) {
            throw damaged(file, row, e);
        } catch (IOException e) {
            throw new DatasetException("cannot read " + file + ": " + FileFailure.inWords(e), e);
        }
        if (row == 1) {
            throw new DatasetException(file + EXPECTED + "no picture");
        }
    }

    private static DatasetException damaged(Path file, int row, Exception cause) {
        try {
            if (Files.size(file) == 0) {
                return new DatasetException(file + EXPECTED + "an empty file", cause);
            }
        } catch (IOException e) {
            cause.addSuppressed(e);
        }
        return new DatasetException(
                row == 1
                        ? file + EXPECTED + "no line that could be the header"
                        : file + ": expected rows of fields with commas between them and quotes in pairs, found another"
                                + " one after row " + row,
                cause);
    }

    /** The start of what is said about a row. */
    static String where(Path file, int row) {
        return file + ", row " + row;
    }

    /** What is wrong with a field of the row that {@code where} names. */
    static DatasetException wrong(String where, String column, String expected, String found) {
        return new DatasetException(where + ": column " + column + ": expected " + expected + ", found " + found);
    }

    private static void checkColumns(Path file, Set<String> expected, Set<String> found) {
        if (!found.containsAll(expected)) {
            throw new DatasetException(where(file, 1) + ": expected the columns " + new TreeSet<>(expected) + ", found "
                    + new TreeSet<>(found));
        }
    }
}
