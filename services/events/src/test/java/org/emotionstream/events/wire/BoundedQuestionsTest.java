package org.emotionstream.events.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.emotionstream.events.wire.BoundedQuestions.Answer;
import org.junit.jupiter.api.Test;

class BoundedQuestionsTest {
    private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 1_000_000);
    private final AtomicInteger asked = new AtomicInteger();
    private final BoundedQuestions<Integer, String> questions =
            new BoundedQuestions<>("the registry", Duration.ofSeconds(30), now::get);

    private final Supplier<Optional<String>> nothing = () -> {
        asked.incrementAndGet();
        return Optional.empty();
    };
    private final Supplier<Optional<String>> away = () -> {
        asked.incrementAndGet();
        throw new SchemaRegistryException("away");
    };

    @Test
    void remembersForAWhileThatThereIsNoSuchThing() {
        ask(7, nothing, 100);
        assertThat(asked).hasValue(1);

        pass(29);
        assertThat(questions.ask(7, nothing)).isInstanceOf(Answer.Unknown.class);
        assertThat(asked).hasValue(1);

        pass(2);
        assertThat(questions.ask(7, () -> Optional.of("found"))).isEqualTo(new Answer.Found<>("found"));
    }

    @Test
    void asksNothingForAWhileAfterAQuestionThatWasNotAnswered() {
        assertThat(questions.ask(1, away)).isEqualTo(new Answer.NotNow<>("away"));
        pass(29);
        assertThat(questions.ask(2, nothing)).isEqualTo(new Answer.NotNow<>("away"));
        assertThat(asked).hasValue(1);

        pass(2);
        assertThat(questions.ask(2, nothing)).isInstanceOf(Answer.Unknown.class);
    }

    @Test
    void asksTwentyTimesAtOnceAndThenOnceASecondWhateverIsAskedFor() {
        for (int id = 0; id < 1000; id++) {
            questions.ask(id, nothing);
        }
        assertThat(asked).hasValue(BoundedQuestions.MOST_AT_ONCE);
        assertThat(questions.ask(1000, nothing)).isInstanceOf(Answer.NotNow.class);

        for (int second = 0; second < 5; second++) {
            pass(1);
            for (int id = 0; id < 100; id++) {
                questions.ask(2000 + 100 * second + id, nothing);
            }
        }
        assertThat(asked).hasValue(BoundedQuestions.MOST_AT_ONCE + 5);
    }

    private void ask(int id, Supplier<Optional<String>> question, int times) {
        for (int i = 0; i < times; i++) {
            assertThat(questions.ask(id, question)).isInstanceOf(Answer.Unknown.class);
        }
    }

    private void pass(int seconds) {
        now.addAndGet(Duration.ofSeconds(seconds).toNanos());
    }
}
