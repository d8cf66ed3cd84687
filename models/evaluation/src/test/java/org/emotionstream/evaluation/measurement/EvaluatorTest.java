package org.emotionstream.evaluation.measurement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.emotionstream.contract.Emotion;
import org.emotionstream.evaluation.dataset.ArchiveDataset;
import org.emotionstream.evaluation.dataset.Dataset;
import org.emotionstream.evaluation.dataset.TinyDataset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluatorTest {
    private static final int PICTURES = 60;

    @TempDir
    Path folder;

    private Dataset dataset;

    /** Each picture holds its own number; its label is that number's class. */
    @BeforeEach
    void numberedPictures() throws Exception {
        TinyDataset tiny = new TinyDataset(folder);
        for (int i = 0; i < PICTURES; i++) {
            Emotion label = Emotion.values()[i % 8];
            String number = Integer.toString(i);
            tiny.add(
                    "p" + i,
                    "valid",
                    ",,,,,,,,,",
                    label.ordinal() + "," + label.label(),
                    "g" + i,
                    TinyDataset.picture(number));
        }
        dataset = ArchiveDataset.open(tiny.write());
    }

    @AfterEach
    void close() {
        dataset.close();
    }

    @Test
    void theNumberOfThreadsChangesNothing() throws Exception {
        Evaluation alone = evaluate(1);
        assertThat(evaluate(7)).isEqualTo(alone);
        assertThat(alone.pictures()).isEqualTo(PICTURES);
        assertThat(alone.unanswered()).isEqualTo(Map.of("every tenth", 6));
        assertThat(alone.scores().get("model-1").accuracy()).isEqualTo(1);
        assertThat(alone.scores().get("combined").accuracy()).isLessThan(0.2);
    }

    @Test
    void progressIsToldAfterEachPicture() throws Exception {
        List<Integer> told = new ArrayList<>();
        new Evaluator(EvaluatorTest::answer, 2).evaluate(dataset, dataset.pictures(), told::add);
        assertThat(told).isEqualTo(IntStream.rangeClosed(1, PICTURES).boxed().toList());
    }

    @Test
    void aStepThatFailsEndsTheEvaluation() {
        Evaluator evaluator = new Evaluator(
                bytes -> {
                    throw new IllegalStateException("broken");
                },
                2);
        assertThatThrownBy(() -> evaluator.evaluate(dataset, dataset.pictures(), done -> {}))
                .hasMessage("broken");
    }

    private Evaluation evaluate(int threads) throws Exception {
        return new Evaluator(EvaluatorTest::answer, threads).evaluate(dataset, dataset.pictures(), done -> {});
    }

    private static ServedAnswer answer(byte[] picture) {
        int number = Integer.parseInt(new String(picture, StandardCharsets.UTF_8));
        if (number % 10 == 9) {
            return new ServedAnswer.Unanswered("every tenth");
        }
        return Answers.answered(Collections.nCopies(4, Emotion.values()[number % 8]), Emotion.FEAR);
    }
}
