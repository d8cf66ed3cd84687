package org.emotionstream.bench;

import java.time.Duration;
import java.util.List;
import org.emotionstream.bench.inputs.InputKind;

/**
 * What is to be measured.
 *
 * @param inputs the kinds of pictures
 * @param rounds how often each checkout is measured
 * @param seconds how long a chain is measured under load
 * @param singles how many pictures are sent one by one
 * @param chain whether the chain is measured, and not only the steps
 */
record BenchPlan(List<InputKind> inputs, int rounds, int seconds, int singles, boolean chain) {
    BenchPlan {
        inputs = List.copyOf(inputs);
    }

    Duration loadTime() {
        return Duration.ofSeconds(seconds);
    }
}
