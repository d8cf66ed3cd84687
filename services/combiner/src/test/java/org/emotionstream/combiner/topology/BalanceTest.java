package org.emotionstream.combiner.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.emotionstream.combiner.join.Messages.taken;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.emotionstream.combiner.join.Messages;
import org.emotionstream.schemas.ImageTaken;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The balance is no balance by definition: it tells when something is lost. */
class BalanceTest {
    private static final Duration SECOND = Duration.ofSeconds(1);

    @TempDir
    private Path folder;

    private Story story;

    @BeforeEach
    void begin() throws IOException {
        story = new Story(folder);
    }

    @AfterEach
    void end() {
        story.close();
    }

    @Test
    void anImageThatIsLostWhileItIsOpenIsMissingFromThere() {
        ImageTaken lost = taken("a", 1, 7);
        story.takes(lost).takes(taken("b", 2, 8)).passes(SECOND);
        assertThat(story.gauge("combiner.ledger.balance")).isZero();

        story.losesOpenImage(lost).passes(SECOND);
        assertThat(story.gauge("combiner.ledger.balance")).isEqualTo(1);
        assertThat(story.gauge("combiner.ledger.images", "state", "open")).isEqualTo(1);
    }

    @Test
    void anAnswerThatTheLandmarkerNeverToldOfIsOneTooMany() {
        story.arrives(Messages.of("a", 1, "model-1"), "model-2", "model-3", "model-4")
                .passes(SECOND);
        assertThat(story.gauge("combiner.ledger.balance")).isEqualTo(-1);
    }
}
