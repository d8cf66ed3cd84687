package org.emotionstream.combiner.join;

import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.emotionstream.events.configuration.Topics;
import org.emotionstream.events.tracing.TraceHeaders;
import org.emotionstream.schemas.EmotionDistributions;

/**
 * An image that waits for its networks.
 *
 * @param openedAt when the first distributions arrived, by the clock of the broker
 * @param arrived distributions in order of arrival, at most one a network and {@link Attempt}; at least one
 * @param traces that these distributions came with, in the same order; as many
 */
public record OpenJoin(Instant openedAt, List<EmotionDistributions> arrived, List<TraceHeaders> traces) {
    private static final Comparator<EmotionDistributions> BY_MODEL =
            Comparator.comparing(EmotionDistributions::getModel);

    public OpenJoin {
        arrived = List.copyOf(arrived);
        if (arrived.isEmpty()) {
            throw new IllegalArgumentException("an open join holds at least one message");
        }
        traces = List.copyOf(traces);
        if (traces.size() != arrived.size()) {
            throw new IllegalArgumentException(arrived.size() + " messages have " + traces.size() + " traces");
        }
    }

    /** A join of distributions that came without traces. */
    public OpenJoin(Instant openedAt, List<EmotionDistributions> arrived) {
        this(openedAt, arrived, Collections.nCopies(arrived.size(), TraceHeaders.NONE));
    }

    /** This join, whose last distributions came with this trace. */
    public OpenJoin withLastTrace(TraceHeaders trace) {
        return new OpenJoin(
                openedAt,
                arrived,
                Stream.concat(traces.stream().limit(traces.size() - 1L), Stream.of(trace))
                        .toList());
    }

    /** The trace that these distributions came with. */
    public TraceHeaders traceOf(EmotionDistributions message) {
        int index = arrived.indexOf(message);
        return index < 0 ? TraceHeaders.NONE : traces.get(index);
    }

    /** One network's distributions arrive: complete when one attempt waited for no other; attempts are never mixed. */
    public JoinOutcome arrive(EmotionDistributions message) {
        List<EmotionDistributions> attempt = attempts().getOrDefault(Attempt.of(message), List.of());
        if (attempt.stream().anyMatch(earlier -> earlier.getModel().equals(message.getModel()))) {
            return new JoinOutcome.Duplicate();
        }
        if (attempt.size() + 1 == Topics.MODELS.size()) {
            return new JoinOutcome.Complete(inModelOrder(Stream.concat(attempt.stream(), Stream.of(message))));
        }
        return new JoinOutcome.Waiting(new OpenJoin(
                openedAt,
                Stream.concat(arrived.stream(), Stream.of(message)).toList(),
                Stream.concat(traces.stream(), Stream.of(TraceHeaders.NONE)).toList()));
    }

    /** The deadline has passed: the attempt that most networks have answered, of equals the first. */
    public JoinOutcome.Partial expire() {
        List<EmotionDistributions> fullest = List.of();
        for (List<EmotionDistributions> attempt : attempts().values()) {
            if (attempt.size() > fullest.size()) {
                fullest = attempt;
            }
        }
        return new JoinOutcome.Partial(inModelOrder(fullest.stream()));
    }

    /** The networks that have not answered every attempt. */
    public Set<String> missing() {
        Set<String> missing = new TreeSet<>();
        for (List<EmotionDistributions> attempt : attempts().values()) {
            Set<String> models = new TreeSet<>(Topics.MODELS);
            attempt.forEach(message -> models.remove(message.getModel()));
            missing.addAll(models);
        }
        return missing;
    }

    /** How many attempts have answered: 1 nearly always. */
    public int attemptCount() {
        return attempts().size();
    }

    private Map<Attempt, List<EmotionDistributions>> attempts() {
        return arrived.stream().collect(Collectors.groupingBy(Attempt::of, LinkedHashMap::new, Collectors.toList()));
    }

    // Sums of floats depend on their order: the same answers must give the same bits.
    static List<EmotionDistributions> inModelOrder(Stream<EmotionDistributions> messages) {
        return messages.sorted(BY_MODEL).toList();
    }
}
