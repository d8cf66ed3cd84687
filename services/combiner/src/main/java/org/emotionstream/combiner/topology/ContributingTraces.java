package org.emotionstream.combiner.topology;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.emotionstream.combiner.join.JoinOutcome;
import org.emotionstream.combiner.join.OpenJoin;
import org.emotionstream.events.tracing.Origin;
import org.emotionstream.events.tracing.TraceHeaders;
import org.emotionstream.schemas.EmotionDistributions;

/**
 * The traces that an answer rests on.
 *
 * @param since when its first distributions arrived, or those that amend it
 * @param traces of its distributions, in their order
 * @param parent of the distributions that came last: what the answer had waited for
 * @param last where those lay; empty when the deadline made the answer
 */
record ContributingTraces(Instant since, List<TraceHeaders> traces, TraceHeaders parent, Optional<Origin> last) {
    /** The traces of an answer that these distributions made due. */
    static ContributingTraces arrived(
            Instant since, JoinOutcome.Due due, Optional<OpenJoin> known, EmotionDistributions message, Traced traced) {
        List<TraceHeaders> traces = due.distributions().stream()
                .map(each -> each == message ? traced.headers() : traceOf(each, known))
                .toList();
        return new ContributingTraces(since, traces, traced.headers(), traced.origin());
    }

    /** The traces of an answer that the deadline made due. */
    static ContributingTraces expired(JoinOutcome.Due due, OpenJoin join) {
        List<TraceHeaders> traces =
                due.distributions().stream().map(join::traceOf).toList();
        TraceHeaders parent = join.arrived().stream()
                .filter(due.distributions()::contains)
                .map(join::traceOf)
                .reduce(TraceHeaders.NONE, (earlier, later) -> later);
        return new ContributingTraces(join.openedAt(), traces, parent, Optional.empty());
    }

    private static TraceHeaders traceOf(EmotionDistributions message, Optional<OpenJoin> known) {
        return known.map(join -> join.traceOf(message)).orElse(TraceHeaders.NONE);
    }
}
