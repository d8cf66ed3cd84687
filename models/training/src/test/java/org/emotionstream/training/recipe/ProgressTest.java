package org.emotionstream.training.recipe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ProgressTest {
    @Test
    void estimatesTheTimeLeftFromTheTimeTaken() {
        assertThat(Progress.timeLeft(TimeUnit.SECONDS.toNanos(50), 20, 100)).isEqualTo("3 min 20 s left");
        assertThat(Progress.timeLeft(TimeUnit.SECONDS.toNanos(5), 50, 100)).isEqualTo("5 s left");
        assertThat(Progress.timeLeft(TimeUnit.SECONDS.toNanos(61), 100, 100)).isEqualTo("done in 1 min 1 s");
    }

    @Test
    void saysLittleButAlwaysTheEnd() {
        StringWriter said = new StringWriter();
        Progress progress = new Progress(new PrintWriter(said));
        for (int done = 1; done <= 100; done++) {
            progress.at("counting", done, 100);
        }
        assertThat(said.toString()).isEqualTo("counting: 100 of 100, done in 0 s" + System.lineSeparator());
    }
}
