package org.emotionstream.training.export;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Where a release comes from, besides its recipe.
 *
 * @param id of the release
 * @param dataHash sha256 over the data set's labels and pictures
 * @param labelsHash sha256 over {@code labels.csv} alone
 * @param dataNotice what the data set says about its sources and terms, if it says anything
 * @param commit of the code, or {@code unknown} outside of a checkout
 * @param threads how many networks learned at once, each in one thread
 */
public record Provenance(
        String id, String dataHash, String labelsHash, Optional<String> dataNotice, String commit, int threads) {
    /**
     * How a release was made, as far as {@code release.json} says the same of every recipe, which adds its own.
     *
     * @param seed of all that was drawn
     */
    public Map<String, Object> training(long seed) {
        Map<String, Object> training = new LinkedHashMap<>();
        training.put("seed", seed);
        training.put("threads", threads);
        training.put("dataHash", dataHash);
        training.put("labelsHash", labelsHash);
        training.put("commit", commit);
        return training;
    }
}
