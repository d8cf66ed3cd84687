package org.emotionstream.cli.audit;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.emotionstream.cli.records.RecordPlace;

/**
 * A picture with a mistake, as it is printed.
 *
 * @param kind of the mistake
 * @param why what is there and what is not
 * @param imageId names the picture; empty where the raw record does not say
 * @param digest hexadecimal; empty where it was not computed
 * @param sourceId the camera or folder, where it is known
 * @param entered when the broker took it
 * @param attempt which; 0 where it was not taken
 * @param raw its place on images.raw, where that is known
 * @param lastSeen where it was last seen
 */
public record AuditFinding(
        Judgement.Kind kind,
        String why,
        String imageId,
        String digest,
        Optional<String> sourceId,
        Instant entered,
        int attempt,
        Optional<RecordPlace> raw,
        List<Trail.Step> lastSeen) {}
