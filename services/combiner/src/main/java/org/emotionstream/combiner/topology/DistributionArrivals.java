package org.emotionstream.combiner.topology;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.emotionstream.combiner.join.JoinOutcome;
import org.emotionstream.combiner.join.OpenJoin;
import org.emotionstream.combiner.join.PartialAnswer;
import org.emotionstream.combiner.ledger.Intake;
import org.emotionstream.combiner.ledger.OpenImage;
import org.emotionstream.combiner.ledger.Picture;
import org.emotionstream.combiner.ledger.Settled;
import org.emotionstream.contract.drift.DriftObserver;
import org.emotionstream.events.configuration.ServiceNames;
import org.emotionstream.events.tracing.LogContext;
import org.emotionstream.events.wire.ImageIdentity;
import org.emotionstream.schemas.EmotionDistributions;
import org.emotionstream.schemas.ImageEmotions;

/** Applies distributions: opens joins, answers images and amends answers. */
final class DistributionArrivals {
    private final CombinerParts parts;
    private final ProcessorContext<Bytes, Object> context;
    private final Images images;
    private final OpenJoins openJoins;
    private final PartialAnswers partialAnswers;
    private final Deadlines deadlines;
    private final LongSupplier latestKnownTime;
    private final Runnable answered;
    private final AnswerTraces traces;

    /**
     * @param latestKnownTime for metrics, in milliseconds since 1970
     * @param answered called after each answer, when its join is closed
     */
    DistributionArrivals(
            CombinerParts parts,
            ProcessorContext<Bytes, Object> context,
            Images images,
            OpenJoins openJoins,
            PartialAnswers partialAnswers,
            Deadlines deadlines,
            LongSupplier latestKnownTime,
            Runnable answered) {
        this.parts = parts;
        this.context = context;
        this.images = images;
        this.openJoins = openJoins;
        this.partialAnswers = partialAnswers;
        this.deadlines = deadlines;
        this.latestKnownTime = latestKnownTime;
        this.answered = answered;
        this.traces = new AnswerTraces(parts.tracing());
    }

    /**
     * @param at when it arrived, by the clock of the broker
     * @param tooOld whether the image entered longer ago than the horizon
     * @param traced the trace that it came with
     */
    void receive(EmotionDistributions message, Instant at, boolean tooOld, Traced traced) {
        try (LogContext log = LogContext.begin(ServiceNames.COMBINER)) {
            LogContext.image(message.getImageId());
            LogContext.trace(traced.headers());
            handle(message, at, tooOld, traced);
        }
    }

    private void handle(EmotionDistributions message, Instant at, boolean tooOld, Traced traced) {
        ImageIdentity image = ImageIdentity.of(message);
        Bytes key = ImageKey.of(image);
        Optional<OpenJoin> join = openJoins.find(key);
        // Where a network has answered before, the image is open, and nothing has become of it.
        boolean isOpen = join.isPresent() || images.findOpen(key).isPresent();
        Optional<Settled> settled =
                isOpen ? Optional.empty() : images.recall(image, key, context.currentStreamTimeMs());
        JoinOutcome outcome =
                join.isPresent() ? join.get().arrive(message) : outcome(key, settled, message, at, tooOld);
        parts.metrics().distributions(outcome).increment();
        if (outcome instanceof JoinOutcome.Waiting waiting) {
            if (!isOpen) {
                Intake intake = settled.map(Settled::intake).orElse(Intake.NONE);
                images.open(key, OpenImage.of(message, intake), settled);
            }
            keep(key, waiting.join().withLastTrace(traced.headers()), join);
        } else if (outcome instanceof JoinOutcome.Amendment amendment) {
            Optional<OpenJoin> known = partialAnswers.find(key, context.currentStreamTimeMs());
            amend(
                    key,
                    settled.orElseThrow(),
                    amendment,
                    at,
                    ContributingTraces.arrived(at, amendment, known, message, traced));
        } else if (outcome instanceof JoinOutcome.Due due) {
            Instant since = join.map(OpenJoin::openedAt).orElse(at);
            answer(key, due, at, ContributingTraces.arrived(since, due, join, message, traced));
        }
    }

    /** The deadline of this join has passed, and nothing that it misses lies unread: a partial answer. */
    void expire(Bytes key) {
        try (LogContext log = LogContext.begin(ServiceNames.COMBINER)) {
            openJoins.find(key).ifPresent(join -> {
                JoinOutcome.Partial due = join.expire();
                LogContext.image(due.distributions().get(0).getImageId());
                answer(key, due, join.openedAt(), ContributingTraces.expired(due, join));
            });
        }
    }

    /** The networks that this join misses. */
    Set<String> missing(Bytes key) {
        return openJoins.find(key).map(OpenJoin::missing).orElse(Set.of());
    }

    /** What the arrival means for an image without an open join. */
    private JoinOutcome outcome(
            Bytes key, Optional<Settled> settled, EmotionDistributions message, Instant at, boolean tooOld) {
        if (settled.isEmpty() || settled.get().kind() != Settled.Kind.ANSWERED) {
            return tooOld ? new JoinOutcome.Expired() : new JoinOutcome.Waiting(new OpenJoin(at, List.of(message)));
        }
        if (settled.get().complete()) {
            return new JoinOutcome.Duplicate();
        }
        // What a partial answer rests on is remembered as long as the answer itself.
        Optional<OpenJoin> known = tooOld ? Optional.empty() : partialAnswers.find(key, context.currentStreamTimeMs());
        return known.map(join -> new PartialAnswer(settled.get().revision(), join.arrived()).arrive(message))
                .orElseGet(JoinOutcome.Expired::new);
    }

    private void keep(Bytes key, OpenJoin join, Optional<OpenJoin> before) {
        openJoins.keep(key, join);
        if (before.isEmpty()) {
            deadlines.start(key, context.currentSystemTimeMs());
            return;
        }
        deadlines.misses(key, join.missing());
        if (join.attemptCount() > before.get().attemptCount()) {
            parts.metrics().repeatedAttempts.increment();
        }
    }

    private void answer(Bytes key, JoinOutcome.Due due, Instant lastArrival, ContributingTraces contributing) {
        String releaseId = due.distributions().get(0).getReleaseId();
        DriftObserver drift = parts.metrics().drift.of(releaseId);
        send(due, CombinerTopology.ANSWERS, contributing, Optional.of(drift));
        openJoins.remove(key);
        deadlines.stop(key);
        long now = streamTime(lastArrival);
        if (due.partial()) {
            partialAnswers.keep(key, due.distributions(), contributing.traces(), now);
        }
        Picture picture = Picture.of(due.distributions().get(0));
        Intake intake = images.findOpen(key).map(OpenImage::intake).orElse(Intake.NONE);
        Settled settled = Settled.answered(intake, due.distributions(), due.revision());
        images.settle(key, picture, settled, Optional.empty(), Optional.empty(), now);
        parts.metrics().answers(due.partial()).increment();
        long enteredAt = due.distributions().get(0).getEnteredAt().toEpochMilli();
        parts.metrics().answerTimes.answered(due.partial(), enteredAt, latestKnownTime.getAsLong());
        answered.run();
    }

    private void amend(
            Bytes key, Settled before, JoinOutcome.Amendment amendment, Instant at, ContributingTraces contributing) {
        send(amendment, CombinerTopology.AMENDMENTS, contributing, Optional.empty());
        long now = streamTime(at);
        if (amendment.partial()) {
            partialAnswers.keep(key, amendment.distributions(), contributing.traces(), now);
        } else {
            partialAnswers.forget(key, now);
        }
        Picture picture = Picture.of(amendment.distributions().get(0));
        Settled after = Settled.answered(before.intake(), amendment.distributions(), amendment.revision());
        images.amend(key, picture, after, Optional.empty(), now);
        answered.run();
    }

    private void send(
            JoinOutcome.Due due, String sink, ContributingTraces contributing, Optional<DriftObserver> drift) {
        Instant now = parts.clock().instant();
        ImageEmotions answer = parts.answers().apply(due, now, drift);
        Bytes imageId = Bytes.wrap(answer.getImageId().getBytes(StandardCharsets.UTF_8));
        context.forward(
                new Record<>(imageId, answer, Math.max(0, now.toEpochMilli()), traces.of(due, answer, contributing)),
                sink);
    }

    // After a restart the stream has no time until a record comes; what arrived before has.
    private long streamTime(Instant lastArrival) {
        return Math.max(context.currentStreamTimeMs(), lastArrival.toEpochMilli());
    }
}
