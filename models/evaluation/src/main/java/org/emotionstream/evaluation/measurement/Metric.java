package org.emotionstream.evaluation.measurement;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.function.ToDoubleFunction;

/** What answers are judged by; each in [0, 1], more is better. */
public enum Metric {
    /** {@link Scores#accuracy()}. */
    ACCURACY("accuracy", Scores::accuracy),
    /** {@link Scores#accuracyAll()}. */
    ACCURACY_ALL("accuracyAll", Scores::accuracyAll),
    /** {@link Scores#macroF1()}. */
    MACRO_F1("macroF1", Scores::macroF1),
    /** {@link Scores#balancedAccuracy()}. */
    BALANCED_ACCURACY("balancedAccuracy", Scores::balancedAccuracy),
    /** {@link Scores#coverage()}. */
    COVERAGE("coverage", Scores::coverage);

    private final String label;
    private final ToDoubleFunction<Scores> value;

    Metric(String label, ToDoubleFunction<Scores> value) {
        this.label = label;
        this.value = value;
    }

    /** Its name in JSON. */
    @JsonValue
    public String label() {
        return label;
    }

    /** What these scores have of it. */
    public double of(Scores scores) {
        return value.applyAsDouble(scores);
    }
}
