package org.emotionstream.training.views;

import java.util.List;
import java.util.Optional;
import org.emotionstream.evaluation.history.HeadReport;
import org.emotionstream.evaluation.measurement.EvaluationReport;
import org.emotionstream.evaluation.report.SeedResult;
import org.emotionstream.evaluation.skew.FaceFreeReport;
import org.emotionstream.evaluation.skew.SkewReport;

/**
 * What was measured of a release, for its card and its report; what was not is empty, and both then say so.
 *
 * @param evaluation on pictures that it has not learned from, by the code that serves
 * @param head how the head was chosen
 * @param seeds the combination against the best single model, for each training
 * @param skew how far answers depend on the guise of a face
 * @param faceFree what is answered where there is no face
 */
public record Measurements(
        Optional<EvaluationReport> evaluation,
        Optional<HeadReport> head,
        List<SeedResult> seeds,
        Optional<SkewReport> skew,
        Optional<FaceFreeReport> faceFree) {
    public Measurements {
        seeds = List.copyOf(seeds);
    }

    /** Nothing but an evaluation, if there is one. */
    public static Measurements of(Optional<EvaluationReport> evaluation) {
        return new Measurements(evaluation, Optional.empty(), List.of(), Optional.empty(), Optional.empty());
    }
}
