package org.emotionstream.evaluation.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.emotionstream.contract.Emotion;
import org.emotionstream.evaluation.measurement.Interval;
import org.emotionstream.evaluation.measurement.Metric;
import org.emotionstream.evaluation.page.Markup;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class ReportTest {
    private static final List<String> SECTIONS = List.of(
            "summary",
            "table-one",
            "models",
            "seeds",
            "classes",
            "confusion",
            "curves",
            "calibration",
            "uncertain",
            "subsets",
            "faces",
            "skew",
            "face-free",
            "mistakes",
            "provenance");

    private final ReportData data = MadeUpReports.whole();
    private final String html = Report.html(data);

    @Test
    void isWellFormedAndHasEverySection() throws Exception {
        Document document = parsed(html);
        List<String> ids = new ArrayList<>();
        NodeList sections = document.getElementsByTagName("section");
        for (int i = 0; i < sections.getLength(); i++) {
            ids.add(((Element) sections.item(i)).getAttribute("id"));
        }
        assertThat(ids).isEqualTo(SECTIONS);
        SECTIONS.forEach(id -> assertThat(html).contains("href=\"#" + id + "\""));
    }

    @Test
    void loadsNothing() throws Exception {
        assertThat(html)
                .doesNotContain("<script", "<link", "<img", "<iframe", "@import", "url(", "http://", "https://");
        NodeList all = parsed(html).getElementsByTagName("*");
        for (int i = 0; i < all.getLength(); i++) {
            Element element = (Element) all.item(i);
            assertThat(element.hasAttribute("src")).isFalse();
            assertThat(element.getAttribute("href")).matches("(#.*)?");
        }
    }

    @Test
    void numbersAreThoseOfTheData() throws Exception {
        Measured measured = data.measured().orElseThrow();
        Interval accuracy = measured.models().get("combined").metrics().get(Metric.ACCURACY);
        assertThat(text("summary"))
                .contains("Of 240 labelled pictures of the split valid")
                .contains(percent(accuracy.estimate()) + " got the label")
                .contains(percent(accuracy.low()) + " to " + percent(accuracy.high()))
                .contains("Never recognised: contempt (0 of 26 faces)")
                .contains("In 1 of 2 trainings")
                .contains("91.3 % of 77 faces")
                .contains("In 1,000 photographs without a face, 70 boxes are taken for a face, and 15 get an emotion");
        assertThat(text("models"))
                .contains(Markup.number(accuracy.estimate()) + " (" + Markup.number(accuracy.low()) + " to "
                        + Markup.number(accuracy.high()) + ")")
                .contains("no face detected");
        assertThat(text("table-one")).contains("0.57 / 0.41", "0.654", "always neutral", "are not comparable");
        assertThat(text("seeds")).contains("+0.012 (+0.005 to +0.020)");
        assertThat(text("subsets")).contains("0.715", "0.012", "model-1 + model-2 + model-3 + model-4");
        assertThat(text("skew")).contains("smallest face 40 against 80", "91.3 %", "0.067");
        assertThat(text("face-free")).contains("70.0", "15.0");
        assertThat(text("provenance")).contains("<abc & def>");
        assertThat(text("mistakes")).contains(measured.worstMistakes().get(0).id());
    }

    @Test
    void theConfusionMatrixHasTheCountsOfTheData() throws Exception {
        Measured measured = data.measured().orElseThrow();
        Element table =
                (Element) element("confusion").getElementsByTagName("table").item(0);
        NodeList rows = table.getElementsByTagName("tr");
        for (Emotion label : Emotion.values()) {
            NodeList counts = ((Element) rows.item(1 + label.ordinal())).getElementsByTagName("small");
            for (Emotion answer : Emotion.values()) {
                assertThat(counts.item(answer.ordinal()).getTextContent())
                        .isEqualTo(Integer.toString(
                                measured.models().get("combined").confusion().count(label, answer)));
            }
        }
        assertThat(element("confusion").getElementsByTagName("table").getLength())
                .isEqualTo(5);
    }

    @Test
    void chartsAreDrawnWithinTheirBounds() {
        Matcher points =
                Pattern.compile("<poly(?:line|gon)[^>]* points=\"([^\"]*)\"").matcher(html);
        int drawn = 0;
        while (points.find()) {
            for (String point : points.group(1).split(" ")) {
                String[] at = point.split(",");
                assertThat(Double.parseDouble(at[0])).isBetween(0.0, 340.0);
                assertThat(Double.parseDouble(at[1])).isBetween(0.0, 240.0);
                drawn++;
            }
        }
        assertThat(drawn).isGreaterThan(100);
        assertThat(html).doesNotContain("NaN", "Infinity", "null");
    }

    @Test
    void whatIsNotKnownIsLeftOut() throws Exception {
        String bare = Report.html(MadeUpReports.bare("bare"));
        assertThat(parsed(bare).getElementsByTagName("section").getLength()).isZero();
        assertThat(bare).contains("Report of release bare");
    }

    @Test
    void theSameStandsBesideItForPrograms() throws Exception {
        Map<String, String> texts = ReportWriter.texts(data);
        assertThat(texts).containsOnlyKeys("report.html", "report.json").containsEntry("report.html", html);
        ObjectMapper json = new ObjectMapper().registerModule(new Jdk8Module());
        assertThat(json.readValue(texts.get("report.json"), ReportData.class)).isEqualTo(data);
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }

    private String text(String id) throws Exception {
        return element(id).getTextContent().replace('\u00a0', ' ');
    }

    private Element element(String id) throws Exception {
        NodeList sections = parsed(html).getElementsByTagName("section");
        return (Element) sections.item(SECTIONS.indexOf(id));
    }

    private static Document parsed(String html) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(html.replace("<!DOCTYPE html>", ""))));
    }
}
