package org.emotionstream.combiner.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.emotionstream.combiner.join.Messages.face;
import static org.emotionstream.combiner.join.Messages.failed;
import static org.emotionstream.combiner.join.Messages.of;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Timer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.emotionstream.combiner.join.Messages;
import org.emotionstream.contract.Emotion;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every picture entered at the time at which the story begins. */
class MetricsStoryTest {
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final String[] OTHERS = {"model-2", "model-3", "model-4"};

    @TempDir
    Path folder;

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
    void anAnswerTakesFromWhenThePictureEnteredAndEachRecordIsAStep() {
        story.passes(SECOND.multipliedBy(7));
        story.arrives(of("image", 1, "model-1"), OTHERS);
        story.arrives(of("late", 2, "model-1")).passes(Story.DEADLINE);

        assertThat(seconds(timer("combiner.end.to.end", "outcome", "complete"))).isEqualTo(7);
        assertThat(seconds(timer("combiner.end.to.end", "outcome", "partial")))
                .isEqualTo(7 + Story.DEADLINE.toSeconds());
        assertThat(timer("emotionstream.step", "stage", "combiner").count()).isEqualTo(5);
        assertThat(timer("emotionstream.queue", "stage", "combiner").count()).isEqualTo(5);
    }

    @Test
    void aWallClockThatIsBehindIsCorrectedByWhatTheBrokerSaysAndOneThatIsAheadAddsToIt() {
        story.wallClockIsOffBy(Duration.ofHours(-1)).passes(SECOND);
        story.arrives(of("image", 1, "model-1"), OTHERS);
        assertThat(seconds(timer("combiner.end.to.end", "outcome", "complete"))).isEqualTo(1);
        assertThat(seconds(timer("emotionstream.queue", "stage", "combiner"))).isZero();

        story.wallClockIsOffBy(SECOND).arrives(of("other", 2, "model-1"), OTHERS);
        assertThat(seconds(timer("combiner.end.to.end", "outcome", "complete"))).isEqualTo(1 + 2);
        assertThat(seconds(timer("emotionstream.queue", "stage", "combiner"))).isEqualTo(4);
    }

    @Test
    void facesAreObservedOnceWithTheFirstAnswer() {
        story.arrives(of("image", 1, "model-1", face(1, Emotion.HAPPY, 0.9), failed(2, "no tile")))
                .arrives(of("image", 1, "model-2", face(1, Emotion.HAPPY, 0.9), failed(2, "no tile")))
                .arrives(of("image", 1, "model-3", face(1, Emotion.HAPPY, 0.9), failed(2, "no tile")))
                .passes(Story.DEADLINE);
        assertThat(story.answers()).hasSize(1);
        assertThat(observed("emotion", "happy")).isEqualTo(1);
        assertThat(observed("emotion", "failed")).isEqualTo(1);
        assertThat(allObserved()).as("two emotions and a confidence").isEqualTo(3);

        story.arrives(of("image", 1, "model-4", face(1, Emotion.SAD, 0.5), failed(2, "no tile")));
        assertThat(story.amendments()).hasSize(1);
        assertThat(allObserved()).isEqualTo(3);
    }

    @Test
    void aNetworkThatFailedOnAFaceIsNoneThatDisagrees() {
        story.arrives(of("whole", 1, "model-1", face(1, Emotion.HAPPY, 0.9)))
                .arrives(of("whole", 1, "model-2", face(1, Emotion.HAPPY, 0.9)))
                .arrives(of("whole", 1, "model-3", face(1, Emotion.HAPPY, 0.9)))
                .arrives(of("whole", 1, "model-4", face(1, Emotion.SAD, 0.5)));
        assertThat(observed("disagreement", "1")).isEqualTo(1);

        story.arrives(of("three", 2, "model-1", face(1, Emotion.HAPPY, 0.9)))
                .arrives(of("three", 2, "model-2", face(1, Emotion.HAPPY, 0.9)))
                .arrives(of("three", 2, "model-3", face(1, Emotion.HAPPY, 0.9)))
                .arrives(of("three", 2, "model-4", failed(1, "a tensor")));
        assertThat(story.answers()).hasSize(2);
        assertThat(observed("disagreement", "0")).isZero();
        assertThat(observed("emotion", "happy")).isEqualTo(2);
    }

    private Timer timer(String name, String tag, String value) {
        return story.meters.get(name).tag(tag, value).timer();
    }

    private static double seconds(Timer timer) {
        return timer.totalTime(TimeUnit.SECONDS);
    }

    private double observed(String measure, String bucket) {
        return story.count(
                "emotionstream.drift.observations", "release", Messages.RELEASE, "measure", measure, "bucket", bucket);
    }

    private double allObserved() {
        return story.meters.get("emotionstream.drift.observations").counters().stream()
                .mapToDouble(Counter::count)
                .sum();
    }
}
