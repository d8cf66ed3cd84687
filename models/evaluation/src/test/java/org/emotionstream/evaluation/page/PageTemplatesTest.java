package org.emotionstream.evaluation.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.qute.TemplateException;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PageTemplatesTest {
    private final PageTemplates templates = new PageTemplates(PageTemplatesTest.class, Markup::text);

    @Test
    void writesNumbersAsPagesDo() {
        assertThat(templates.fill("numbers.txt", Map.of("n", 1234, "share", 0.1234)))
                .isEqualTo("1,234 0.123 +0.123 12.3\u00a0%   0.1|\n");
        assertThat(templates.fill("numbers.txt", Map.of("n", 0, "share", -0.0001)))
                .isEqualTo("0 0.000 0.000 -0.0\u00a0%  -0.0|\n");
    }

    @Test
    void escapesWhatIsNotRaw() {
        assertThat(templates.fill("text.txt", Map.of("text", "<b>"))).isEqualTo("&lt;b&gt; <b>\n");
    }

    @Test
    void refusesWhatIsNotThere() {
        assertThatThrownBy(() -> templates.fill("text.txt", Map.of())).isInstanceOf(TemplateException.class);
        assertThatThrownBy(() -> templates.fill("other.txt", Map.of()))
                .hasMessageContaining("the program lacks its own file other.txt");
    }
}
