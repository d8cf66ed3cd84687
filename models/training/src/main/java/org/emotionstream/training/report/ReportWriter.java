package org.emotionstream.training.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

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
        Files.writeString(folder.resolve(JSON), MAPPER.writeValueAsString(data) + "\n");
        Files.writeString(folder.resolve(HTML), Report.html(data));
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
