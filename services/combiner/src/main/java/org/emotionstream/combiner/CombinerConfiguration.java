package org.emotionstream.combiner;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;

/**
 * The settings of the combiner, beside those of {@link org.emotionstream.events.configuration.ChainConfiguration}. Each
 * can be given as a system property ({@code combiner.deadline}) or in the environment ({@code
 * COMBINER_DEADLINE}).
 */
@ConfigMapping(prefix = "combiner")
public interface CombinerConfiguration {
    /** How long an image waits for its networks, by wall clock, before it is answered with those that came. */
    @WithDefault("PT30S")
    Duration deadline();

    /** Where the stores are; each instance needs its own. What is lost here comes back from the broker. */
    @WithDefault(".emotionstream/combiner")
    Path stateDirectory();

    /**
     * How long a transaction lasts at most. One with an answer in it ends sooner: at once on a quiet chain, and within
     * some tenths of a second under load. So this is how long an entry of the ledger waits before anybody may read it.
     */
    @WithDefault("PT1S")
    Duration commitInterval();

    /** Threads that share the partitions. */
    @WithDefault("1")
    int threads();

    /**
     * How many other instances keep a copy of each store, so that one that takes a partition over need not read
     * the whole changelog first: 0 for a single instance, 1 for several.
     */
    @WithDefault("0")
    int standbyReplicas();
}
