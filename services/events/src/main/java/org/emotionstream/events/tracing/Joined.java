package org.emotionstream.events.tracing;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An answer that was made of several records.
 *
 * @param outcome complete, partial or amended
 * @param models that it rests on
 * @param since when the first of the records arrived; the span begins there
 * @param parent the record that was waited for, the last one: what makes the whole image one trace
 * @param links the records that the answer rests on, the parent among them
 * @param last where the last record lay; empty when a clock made the answer
 */
public record Joined(
        String imageId,
        String releaseId,
        int faces,
        String outcome,
        List<String> models,
        int revision,
        Instant since,
        TraceHeaders parent,
        List<TraceHeaders> links,
        Optional<Origin> last) {}
