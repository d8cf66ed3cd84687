package org.emotionstream.events.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class LoopHealthTest {
    private final AtomicLong now = new AtomicLong();
    private final LoopHealth health = new LoopHealth(now::get);

    @Test
    void liveButNotReadyWhileItWaits() {
        health.waitingFor("topics that do not exist: [images.raw]");

        assertThat(health.live().up()).isTrue();
        assertThat(health.ready()).isEqualTo(new LoopHealth.Answer(false, "topics that do not exist: [images.raw]"));
    }

    @Test
    void readyWhileItServes() {
        health.serving("");

        assertThat(health.ready().up()).isTrue();
    }

    @Test
    void readyWithARemarkWhileOnePartitionIsHeldBack() {
        health.serving("topic images.raw partition 2 is held back at offset 7");

        assertThat(health.ready())
                .isEqualTo(new LoopHealth.Answer(true, "topic images.raw partition 2 is held back at offset 7"));
    }

    @Test
    void deadWhenTheLoopHasNotComeRound() {
        health.serving("");
        now.addAndGet(LoopHealth.LIVE_WITHIN.plusSeconds(1).toNanos());

        assertThat(health.live().up()).isFalse();
        assertThat(health.ready().up()).isFalse();
        health.beat();
        assertThat(health.live().up()).isTrue();
    }

    @Test
    void deadWhenTheLoopIsOver() {
        health.ended("group x was to go on at topic y");

        assertThat(health.live()).isEqualTo(new LoopHealth.Answer(false, "group x was to go on at topic y"));
        assertThat(health.ready().up()).isFalse();
    }
}
