package org.emotionstream.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The dashboard as a person meets it: everything has its place, a unit and a word of what it is. */
class MonitoringFilesTest {
    private static final int COLUMNS = 24;
    private static final Pattern PAGE = Pattern.compile("docs/runbook/alerts/(\\w+)\\.md");

    @Test
    void nothingLiesOnAnythingElse() throws IOException {
        Set<List<Integer>> taken = new HashSet<>();
        List<String> overlapping = new ArrayList<>();
        MonitoringFiles.dashboard().get("panels").forEach(panel -> {
            JsonNode at = panel.get("gridPos");
            assertThat(at.get("x").asInt() + at.get("w").asInt())
                    .as(panel.get("title").asText())
                    .isLessThanOrEqualTo(COLUMNS);
            for (int x = at.get("x").asInt();
                    x < at.get("x").asInt() + at.get("w").asInt();
                    x++) {
                for (int y = at.get("y").asInt();
                        y < at.get("y").asInt() + at.get("h").asInt();
                        y++) {
                    if (!taken.add(List.of(x, y))) {
                        overlapping.add(panel.get("title").asText() + " at " + x + "," + y);
                    }
                }
            }
        });
        assertThat(overlapping).isEmpty();
    }

    @Test
    void rowsStandInTheOrderInWhichTheyAreAsked() throws IOException {
        List<String> titles = new ArrayList<>();
        MonitoringFiles.dashboard().get("panels").forEach(panel -> {
            if (panel.get("type").asText().equals("row")) {
                titles.add(panel.get("title").asText());
            }
        });
        assertThat(titles)
                .containsExactly(
                        "1  Is it healthy?",
                        "2  Where is the time?",
                        "3  What is the model doing?",
                        "4  Combiner and ledger",
                        "5  The machines");
    }

    @Test
    void eachPanelHasAUnitADescriptionThresholdsAndAnIdOfItsOwn() throws IOException {
        Set<Integer> ids = new HashSet<>();
        for (JsonNode panel : MonitoringFiles.panels()) {
            String title = panel.get("title").asText();
            assertThat(panel.at("/fieldConfig/defaults/unit").asText())
                    .as("unit of " + title)
                    .isNotBlank();
            assertThat(panel.get("description").asText())
                    .as("description of " + title)
                    .hasSizeGreaterThan(20);
            assertThat(panel.at("/fieldConfig/defaults/thresholds/steps").size())
                    .as("thresholds of " + title)
                    .isPositive();
            assertThat(ids.add(panel.get("id").asInt())).as("id of " + title).isTrue();
        }
    }

    @Test
    void noQueryNamesAMachineOrAnythingThatOnlyGrafanaKnows() throws IOException {
        assertThat(MonitoringFiles.queries())
                .hasSizeGreaterThan(40)
                .allSatisfy(query -> assertThat(query).doesNotContain("$").doesNotContain("instance=\""));
        assertThat(MonitoringFiles.dashboard().findValuesAsText("uid").stream().distinct())
                .as("the data source is chosen by whoever looks")
                .containsExactlyInAnyOrder("${datasource}", "-- Grafana --", "emotionstream");
    }

    @Test
    void linksLeadToPagesOfTheRunbook() throws IOException {
        Matcher page = PAGE.matcher(MonitoringFiles.dashboard().toString());
        List<String> missing = new ArrayList<>();
        int links = 0;
        while (page.find()) {
            links++;
            if (!MonitoringFiles.hasRunbookPage(page.group(1))) {
                missing.add(page.group(1));
            }
        }
        assertThat(links).isGreaterThan(20);
        assertThat(missing).isEmpty();
    }

    @Test
    void whatAQueryReadsIsFound() {
        assertThat(
                        MonitoringFiles.selectors(
                                "sum by (stage) (rate(a_total{x=\"y z\"}[5m] offset 1h)) / on (stage) group_left () (b:c:rate5m > bool 0) unless d"))
                .containsExactly("a_total{x=\"y z\"}", "b:c:rate5m", "d");
        assertThat(MonitoringFiles.selectors("label_replace(sum(e), \"stage\", \"combiner\", \"\", \"\") * 10"))
                .containsExactly("e");
    }
}
