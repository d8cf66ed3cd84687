package org.emotionstream.training.faces;

import java.util.Optional;

/**
 * What a search for a face ended with.
 *
 * @param face the best one; empty when there is none in the picture
 */
public record SearchResult(Optional<StoredFace> face) {}
