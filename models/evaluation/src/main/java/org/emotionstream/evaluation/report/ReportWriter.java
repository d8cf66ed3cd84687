package org.emotionstream.evaluation.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Writes a report for people and for programs. */
public final class ReportWriter {
    /** The report for people. */
    public static final String HTML = "report.html";

    /** The same for programs: {@link ReportData}. */
    public static final String JSON = "report.json";

    private static final ObjectMapper MAPPER =
            new ObjectMapper().registerModule(new Jdk8Module()).enable(SerializationFeature.INDENT_OUTPUT);

    private ReportWriter() {}

    /**
     * Writes {@code report.html} and {@code report.json}.
     *
     * @param folder exists; files of these names are replaced
     * @throws IOException when one of them cannot be written
     */
    public static void write(Path folder, ReportData data) throws IOException {
        for (Map.Entry<String, String> text : texts(data).entrySet()) {
            Files.writeString(folder.resolve(text.getKey()), text.getValue());
        }
    }

    /** What {@link #write} writes: the texts by the names of their files. */
    public static Map<String, String> texts(ReportData data) {
        try {
            return Map.of(HTML, Report.html(data), JSON, MAPPER.writeValueAsString(data) + "\n");
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a report holds what cannot be written as JSON", e);
        }
    }

    /**
     * A report that was written before.
     *
     * @throws IOException when it cannot be read, or is none
     */
    public static ReportData read(Path folder) throws IOException {
        return MAPPER.readValue(folder.resolve(JSON).toFile(), ReportData.class);
    }
}
