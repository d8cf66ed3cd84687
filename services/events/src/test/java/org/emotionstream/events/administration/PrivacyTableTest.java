package org.emotionstream.events.administration;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.common.config.TopicConfig;
import org.emotionstream.events.configuration.Topics;
import org.junit.jupiter.api.Test;

/** That {@code docs/privacy.md} says of every topic how long it is kept, and says what is true. */
class PrivacyTableTest {
    private static final Path DOCUMENT = Path.of("../../docs/privacy.md");

    @Test
    void saysOfEveryTopicHowLongItIsKept() throws Exception {
        List<String> rows = Files.readAllLines(DOCUMENT).stream()
                .filter(line -> line.startsWith("| `"))
                .toList();
        for (TopicSettings topic : TopicSettings.of(new Topics(""), 1, (short) 1)) {
            // The four networks share a row that names the first.
            String name = topic.name().replaceFirst("model-[2-4]$", "model-1");
            assertThat(rows.stream().filter(row -> row.split("\\|")[1].contains("`" + name + "`")))
                    .as(name)
                    .singleElement()
                    .satisfies(row -> {
                        String[] cells = row.split(" *\\| *");
                        assertThat(cells[3]).startsWith(millis(topic, TopicConfig.RETENTION_MS_CONFIG, "for ever"));
                        assertThat(cells.length > 4 ? cells[4] : "")
                                .isEqualTo(millis(topic, TopicConfig.SEGMENT_MS_CONFIG, ""));
                    });
        }
    }

    private static String millis(TopicSettings topic, String key, String none) {
        String millis = topic.config().get(key);
        return millis == null ? none : words(Duration.ofMillis(Long.parseLong(millis)));
    }

    private static String words(Duration time) {
        return time.toHours() >= 48 ? time.toDays() + " days" : time.toHours() + " h";
    }
}
