package org.emotionstream.evaluation.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
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

    /** The texts of a report by the names of their files: {@code report.html} and {@code report.json}. */
    public static Map<String, String> texts(ReportData data) {
        try {
            return Map.of(HTML, Report.html(data), JSON, MAPPER.writeValueAsString(data) + "\n");
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a report holds what cannot be written as JSON", e);
        }
    }
}
