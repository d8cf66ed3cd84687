package org.emotionstream.cli.audit;

import java.time.Duration;
import java.time.Instant;
import org.emotionstream.cli.records.GroupPositions;
import org.emotionstream.events.configuration.Topics;

/**
 * What can be judged, and by when something should have happened.
 *
 * @param topics of the chain
 * @param now when the audit began
 * @param openLongerThan what is open for longer is a finding
 * @param judgedSince what entered before is not judged: it is before --since, or the topics no longer keep it
 * @param finalsKept from when on emotions.final has everything
 * @param amendedKept from when on emotions.amended has everything
 * @param rejectedKept likewise images.rejected
 * @param landmarker what it had read before anything else was looked at
 * @param combiner what it had read after the end of images.taken was known
 */
record AuditBounds(
        Topics topics,
        Instant now,
        Duration openLongerThan,
        Instant judgedSince,
        Instant finalsKept,
        Instant amendedKept,
        Instant rejectedKept,
        GroupPositions landmarker,
        GroupPositions combiner) {

    boolean landmarkerIsDoneWith(ImageFacts image) {
        return landmarker.hasRead(topics.imagesRaw(), image.raw());
    }

    boolean combinerHasRead(ImageFacts image) {
        return combiner.hasRead(topics.imagesTaken(), image.message().place());
    }
}
