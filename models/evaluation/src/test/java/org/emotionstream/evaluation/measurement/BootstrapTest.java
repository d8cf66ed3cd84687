package org.emotionstream.evaluation.measurement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.emotionstream.contract.Emotion.HAPPY;
import static org.emotionstream.contract.Emotion.SAD;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.emotionstream.contract.Emotion;
import org.junit.jupiter.api.Test;

class BootstrapTest {
    private static final int PICTURES = 400;

    /** Of a share p of n independent faces, the middle 95 % is p ± 1.96 sqrt(p (1 - p) / n). */
    @Test
    void accuracyOfIndependentFacesHasTheBinomialInterval() {
        Interval interval = bootstrap(PICTURES, PICTURES)
                .resample(rightUntil(300, PICTURES))
                .of(Metric.ACCURACY);
        double half = 1.96 * Math.sqrt(0.75 * 0.25 / PICTURES);
        assertThat(interval.estimate()).isEqualTo(0.75);
        assertThat(interval.low()).isCloseTo(0.75 - half, within(0.006));
        assertThat(interval.high()).isCloseTo(0.75 + half, within(0.006));
    }

    @Test
    void copiesOfAPictureInItsGroupDoNotMakeItMoreCertain() {
        List<Optional<Emotion>> once = rightUntil(75, 100);
        List<Optional<Emotion>> fourTimes = new ArrayList<>();
        IntStream.range(0, 4).forEach(copy -> fourTimes.addAll(once));
        for (Metric metric : List.of(Metric.ACCURACY, Metric.MACRO_F1)) {
            double alone = width(bootstrap(100, 100).resample(once).of(metric));
            double copied = width(bootstrap(400, 100).resample(fourTimes).of(metric));
            double asIfIndependent =
                    width(bootstrap(400, 400).resample(fourTimes).of(metric));
            assertThat(copied).isCloseTo(alone, within(1e-12));
            assertThat(asIfIndependent).isCloseTo(alone / 2, within(alone / 10));
        }
    }

    @Test
    void theSameAnswersDoNotDiffer() {
        Bootstrap bootstrap = bootstrap(PICTURES, PICTURES);
        List<Optional<Emotion>> answers = rightUntil(250, PICTURES);
        Interval none = bootstrap.resample(answers).difference(Metric.MACRO_F1, bootstrap.resample(answers));
        assertThat(none).isEqualTo(new Interval(0, 0, 0));
    }

    /** Ten of 400 faces differ, all in one direction: the paired interval is far narrower than the single ones. */
    @Test
    void differencesArePairedByPicture() {
        Bootstrap bootstrap = bootstrap(PICTURES, PICTURES);
        Resamples better = bootstrap.resample(rightUntil(260, PICTURES));
        Resamples worse = bootstrap.resample(rightUntil(250, PICTURES));
        Interval difference = better.difference(Metric.ACCURACY, worse);
        double half = 1.96 * Math.sqrt(0.025 * 0.975 / PICTURES);
        assertThat(difference.estimate()).isCloseTo(0.025, within(1e-12));
        assertThat(difference.low()).isCloseTo(0.025 - half, within(0.003));
        assertThat(difference.high()).isCloseTo(0.025 + half, within(0.003));
        assertThat(difference.aboveZero()).isTrue();
        assertThat(worse.difference(Metric.ACCURACY, better).belowZero()).isTrue();
        assertThat(width(difference)).isLessThan(width(better.of(Metric.ACCURACY)) / 2);
    }

    @Test
    void whatWasNotAnsweredCountsOnlyOverAllPictures() {
        List<Optional<Emotion>> answers = new ArrayList<>(rightUntil(100, 100));
        answers.addAll(Collections.nCopies(100, Optional.empty()));
        Resamples resamples = bootstrap(200, 200).resample(answers);
        assertThat(resamples.of(Metric.ACCURACY)).isEqualTo(new Interval(1, 1, 1));
        assertThat(resamples.of(Metric.ACCURACY_ALL).estimate()).isEqualTo(0.5);
        assertThat(resamples.of(Metric.COVERAGE)).isEqualTo(resamples.of(Metric.ACCURACY_ALL));
    }

    @Test
    void whatDoesNotBelongTogetherIsRefused() {
        Bootstrap bootstrap = bootstrap(4, 4);
        assertThatThrownBy(() -> bootstrap.resample(List.of())).hasMessage("expected an answer a label, found 0 and 4");
        assertThatThrownBy(() -> new Bootstrap(List.of(SAD), List.of()))
                .hasMessage("expected a group a label, found 0 and 1");
        Resamples one = bootstrap.resample(rightUntil(1, 4));
        Resamples other = bootstrap(4, 4).resample(rightUntil(1, 4));
        assertThatThrownBy(() -> one.difference(Metric.ACCURACY, other))
                .hasMessageStartingWith("two columns are paired only when one bootstrap");
    }

    /** Happy and sad in turns; picture i lies in group i modulo groups. */
    private static Bootstrap bootstrap(int pictures, int groups) {
        return new Bootstrap(
                IntStream.range(0, pictures).mapToObj(BootstrapTest::label).toList(),
                IntStream.range(0, pictures).mapToObj(i -> "g" + i % groups).toList());
    }

    private static List<Optional<Emotion>> rightUntil(int right, int pictures) {
        return IntStream.range(0, pictures)
                .mapToObj(i -> Optional.of(label(i < right ? i : i + 1)))
                .toList();
    }

    private static Emotion label(int i) {
        return i % 2 == 0 ? HAPPY : SAD;
    }

    private static double width(Interval interval) {
        return interval.high() - interval.low();
    }
}
