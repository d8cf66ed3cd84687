package org.emotionstream.cli.erase;

import java.time.Instant;
import java.util.Optional;

/**
 * What one topic holds of a source.
 *
 * @param topic with its prefix
 * @param records how many are still there
 * @param last when the youngest was written; empty for none
 * @param goneBy when the topic will have dropped them, at the latest; empty for none
 */
public record TopicTrace(String topic, long records, Optional<Instant> last, Optional<Instant> goneBy) {}
