package org.emotionstream.cli.chain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WaitingLinesTest {
    private long nanos;
    private final List<String> said = new ArrayList<>();
    private final WaitingLines lines = new WaitingLines(said::add, () -> nanos);

    @Test
    void saysTheReasonOnceAWaitIsLongerThanUsualAndAgainWhenItChanges() {
        at(9, "loading models");
        assertThat(said).isEmpty();

        at(10, "loading models");
        at(11, "loading models");
        at(12, "the group has no offset");
        at(15, "the group has no offset");
        at(99, "the group has no offset");

        assertThat(said)
                .containsExactly(
                        "waiting for featurizer: loading models", "waiting for featurizer: the group has no offset");
    }

    private void at(int second, String why) {
        nanos = Duration.ofSeconds(second).toNanos();
        lines.waiting("featurizer", why);
    }
}
