package org.emotionstream.evaluation.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.emotionstream.evaluation.report.chart.Markup;

/**
 * A report as one HTML page: style and charts lie within, nothing is loaded, no script runs. The markup is
 * well-formed XML too.
 */
public final class Report {
    private static final String STYLE = "report.css";

    private static final List<Function<ReportData, Optional<Section>>> SECTIONS = List.of(
            SummarySection::of,
            TableOneSection::of,
            ModelSection::of,
            SeedSection::of,
            ClassSection::of,
            ConfusionSection::of,
            CurveSection::of,
            CalibrationSection::of,
            UncertainSection::of,
            SubsetSection::of,
            FaceSection::of,
            SkewSection::of,
            SkewSection::faceFree,
            MistakeSection::of,
            ProvenanceSection::of);

    private Report() {}

    /** The page; sections of which nothing is known are left out. */
    public static String html(ReportData data) {
        List<Section> sections = SECTIONS.stream()
                .map(section -> section.apply(data))
                .flatMap(Optional::stream)
                .toList();
        String title = Markup.text("Report of release " + data.release());
        return "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\"/>\n"
                + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n"
                + "<meta name=\"color-scheme\" content=\"light dark\"/>\n<title>" + title + "</title>\n<style>\n"
                + style() + "</style>\n</head>\n<body>\n<main>\n<h1>" + title + "</h1>\n" + contents(sections)
                + sections.stream().map(Report::section).collect(Collectors.joining()) + "</main>\n</body>\n</html>\n";
    }

    private static String contents(List<Section> sections) {
        return sections.stream()
                .map(section -> "<a href=\"#" + section.id() + "\">" + Markup.text(section.title()) + "</a>")
                .collect(Collectors.joining(" ", "<nav>", "</nav>\n"));
    }

    private static String section(Section section) {
        return "<section id=\"" + section.id() + "\">\n<h2>" + Markup.text(section.title()) + "</h2>\n" + section.body()
                + "</section>\n";
    }

    private static String style() {
        try (InputStream in = Report.class.getResourceAsStream(STYLE)) {
            if (in == null) {
                throw new IllegalStateException("the program lacks its own file " + STYLE);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
