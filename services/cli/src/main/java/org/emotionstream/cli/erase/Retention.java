package org.emotionstream.cli.erase;

import java.time.Duration;
import java.time.Instant;

/**
 * When a topic forgets, at the latest.
 *
 * @param kept {@code retention.ms}
 * @param segment {@code segment.ms}: a record leaves with the youngest one of its segment
 * @param check {@code log.retention.check.interval.ms} of the brokers
 * @param delay {@code file.delete.delay.ms}: until the file itself is gone
 */
record Retention(Duration kept, Duration segment, Duration check, Duration delay) {
    /** When a record that was written at this time is gone from the disk, at the latest. */
    Instant goneBy(Instant written) {
        return written.plus(segment).plus(kept).plus(check).plus(delay);
    }
}
