package org.emotionstream.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class RunbookPageTest {
    private static final List<String> PAGE = List.of(
            "# Page",
            "<!-- tried: count -->",
            "```sh",
            "count",
            "count more",
            "```",
            "```text",
            "raw records ... 3",
            "  open ... 0",
            "it balances",
            "```",
            "```sh",
            "kubectl get pods",
            "```",
            "<!-- tried: quiet -->",
            "```sh",
            "true",
            "```",
            "",
            "```text",
            "not what it prints",
            "```");

    @Test
    void onlyMarkedBlocksAreRunAndOnlyTheTextRightAfterIsCompared() {
        RunbookPage page = RunbookPage.of("page.md", PAGE);

        assertThat(page.blocks().keySet()).containsExactly("count", "quiet");
        assertThat(page.blocks().get("count").commands()).isEqualTo("count\ncount more");
        assertThat(page.blocks().get("quiet").printed()).isEmpty();
    }

    @Test
    void linesComeOutInTheirOrderWithOthersBetween() {
        RunbookPage.Block block = RunbookPage.of("page.md", PAGE).blocks().get("count");

        assertThat(block.notPrinted(List.of("raw records   3", "other", "  open      0", "it balances, today")))
                .isEmpty();
        assertThat(block.notPrinted(List.of("  open      0", "raw records   3", "it balances")))
                .contains("  open ... 0");
        assertThat(block.notPrinted(List.of("raw records   4", "  open      0", "it balances")))
                .contains("raw records ... 3");
        assertThat(block.notPrinted(List.of("raw records   3", "  open      0", "it does not balance")))
                .contains("it balances");
    }

    @Test
    void aColumnMayBeOfAnotherWidth() {
        String gap = " ".repeat(60);
        RunbookPage.Block block = new RunbookPage.Block("sh", "true", List.of("name" + gap + "bytes" + gap + "id"));

        assertThat(block.notPrinted(List.of("name bytes" + gap + gap + "id"))).isEmpty();
        assertThat(block.notPrinted(List.of("name" + gap + "bytes" + gap + "ib")))
                .isNotEmpty();
    }

    @Test
    void aTimeOnThePageStandsForAnyOther() {
        RunbookPage.Block block = new RunbookPage.Block(
                "sh", "true", List.of("last 2026-11-23T04:45:18.985Z of 3", "at 2026-11-23T04:45:18Z"));

        assertThat(block.notPrinted(List.of("last 2027-01-01T00:00:00Z of 3", "at 2027-01-01T00:00:00.1Z")))
                .isEmpty();
        assertThat(block.notPrinted(List.of("last 2027-01-01T00:00:00Z of 4", "at 2027-01-01T00:00:00Z")))
                .contains("last 2026-11-23T04:45:18.985Z of 3");
    }

    @Test
    void aMarkerWithoutABlockAndANameThatIsThereTwiceAreMistakes() {
        assertThatThrownBy(() -> RunbookPage.of("page.md", List.of("<!-- tried: x -->", "", "```sh", "true", "```")))
                .hasMessageContaining("page.md");
        assertThatThrownBy(() -> RunbookPage.of(
                        "page.md",
                        List.of("<!-- tried: x -->", "```sh", "a", "```", "<!-- tried: x -->", "```sh", "b", "```")))
                .hasMessageContaining("tried: x");
    }
}
