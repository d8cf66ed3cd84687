package org.emotionstream.combiner.topology;

import java.util.List;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.emotionstream.combiner.join.JoinOutcome;
import org.emotionstream.events.tracing.Joined;
import org.emotionstream.events.tracing.TraceHeaders;
import org.emotionstream.events.tracing.Tracing;
import org.emotionstream.schemas.ImageEmotions;
import org.jboss.logging.Logger;

/** One span for each answer, and one line in the log, at debug. */
final class AnswerTraces {
    private static final Logger LOG = Logger.getLogger(AnswerTraces.class);

    private final Tracing tracing;

    AnswerTraces(Tracing tracing) {
        this.tracing = tracing;
    }

    /** The headers of this answer's record: they carry its trace on. */
    Headers of(JoinOutcome.Due due, ImageEmotions answer, ContributingTraces contributing) {
        Headers headers = new RecordHeaders();
        if (tracing.isOn()) {
            tracing.joined(joined(due, answer, contributing)).replaceIn(headers);
        }
        if (LOG.isDebugEnabled()) {
            LOG.debugf(
                    "combiner has answered image %s, %s, with %s",
                    answer.getImageId(), outcome(due), answer.getModels());
        }
        return headers;
    }

    private static Joined joined(JoinOutcome.Due due, ImageEmotions answer, ContributingTraces contributing) {
        List<TraceHeaders> links =
                contributing.traces().stream().filter(trace -> !trace.isNone()).toList();
        return new Joined(
                answer.getImageId(),
                answer.getReleaseId(),
                answer.getFaces().size(),
                outcome(due),
                answer.getModels(),
                due.revision(),
                contributing.since(),
                contributing.parent(),
                links,
                contributing.last());
    }

    private static String outcome(JoinOutcome.Due due) {
        if (due instanceof JoinOutcome.Amendment) {
            return "amended";
        }
        return due.partial() ? "partial" : "complete";
    }
}
