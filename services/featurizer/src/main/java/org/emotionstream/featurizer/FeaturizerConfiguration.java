package org.emotionstream.featurizer;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/**
 * The settings of the featurizer, beside those of {@link org.emotionstream.events.configuration.ChainConfiguration}. Each
 * can be given as a system property ({@code featurizer.threads}) or in the environment ({@code
 * FEATURIZER_THREADS}).
 */
@ConfigMapping(prefix = "featurizer")
public interface FeaturizerConfiguration {
    /** Images at work at the same time. */
    @WithDefault("1")
    int threads();
}
