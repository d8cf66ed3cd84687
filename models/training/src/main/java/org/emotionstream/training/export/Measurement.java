package org.emotionstream.training.export;

import com.fasterxml.jackson.databind.JsonNode;
import org.emotionstream.contract.StoredRelease;

/** Measures what a release reaches on data that it has not learned from. */
@FunctionalInterface
public interface Measurement {
    /** The figures, as they shall stand in the release: objects model-1 to model-4 and combined, and coverage. */
    JsonNode of(StoredRelease release);
}
