package org.emotionstream.paper.recipe;

import org.emotionstream.contract.StoredRelease;

/**
 * What the recipe ends with.
 *
 * @param release as it was written
 * @param table its figures beside the paper's
 */
public record PaperOutcome(StoredRelease release, PaperTable table) {}
