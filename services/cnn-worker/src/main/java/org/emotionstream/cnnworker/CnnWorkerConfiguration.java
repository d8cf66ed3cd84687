package org.emotionstream.cnnworker;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/**
 * The settings of a cnn-worker, beside those of {@link org.emotionstream.events.configuration.ChainConfiguration}. Each
 * can be given as a system property ({@code cnn-worker.model}) or in the environment ({@code
 * CNN_WORKER_MODEL}).
 */
@ConfigMapping(prefix = "cnn-worker")
public interface CnnWorkerConfiguration {
    /** Which of the four networks it runs: model-1, model-2, model-3 or model-4. */
    String model();

    /** Images at work at the same time. */
    @WithDefault("1")
    int threads();
}
