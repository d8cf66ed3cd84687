package org.emotionstream.cli.rejected;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.emotionstream.events.wire.ImageIdentity;
import org.emotionstream.schemas.LedgerState;

/**
 * Decides what is sent again. It cannot loop: each decision is on a record that was there when the command began,
 * a picture is sent at most once, never after its last attempt, and never while a later attempt is known.
 *
 * @param facts about the records that are decided on
 * @param attempts at a picture, the camera's included
 * @param limit of records that are sent again
 */
record ReplayPlan(ReplayFacts facts, int attempts, int limit) {
    /**
     * What becomes of one record.
     *
     * @param left why it is not sent again; empty when it is
     */
    record Decision(RejectedRecord record, Optional<String> left) {}

    /** A decision for each of these, in their order. */
    List<Decision> decide(List<RejectedRecord> records) {
        List<Decision> decisions = new ArrayList<>();
        Set<ImageIdentity> again = new HashSet<>();
        for (RejectedRecord record : records) {
            Optional<String> left = left(record, again);
            if (left.isEmpty() && again.size() == limit) {
                left = Optional.of("beyond --limit " + limit);
            }
            if (left.isEmpty()) {
                again.add(image(record).orElseThrow());
            }
            decisions.add(new Decision(record, left));
        }
        return decisions;
    }

    private Optional<ImageIdentity> image(RejectedRecord record) {
        return record.origin().flatMap(facts::imageOf);
    }

    private Optional<String> left(RejectedRecord record, Set<ImageIdentity> again) {
        if (!record.kept()) {
            return Optional.of("its pixels were not kept (landmarker.rejected-pixels): there is nothing to replay");
        }
        if (record.payload().bytes() == 0) {
            return Optional.of("it is empty: there is nothing to replay");
        }
        if (record.attempt() >= attempts) {
            return Optional.of("it was attempt " + record.attempt() + " of " + attempts);
        }
        return image(record)
                .map(image -> leftOf(record, image, again))
                .orElseGet(() -> Optional.of("images.taken has no record of it (yet)"));
    }

    private Optional<String> leftOf(RejectedRecord record, ImageIdentity image, Set<ImageIdentity> again) {
        if (again.contains(image)) {
            return Optional.of("it is the same picture as one that is sent again now");
        }
        if (facts.lastAttempt(image) > record.attempt()) {
            return Optional.of("it was sent again before: attempt " + facts.lastAttempt(image) + " was taken");
        }
        if (facts.isOnItsWay(image)) {
            return Optional.of("it was sent again before and waits on images.raw");
        }
        return facts.entry(image)
                .filter(entry -> entry.state() != LedgerState.rejected || entry.attempt() > record.attempt())
                .map(entry -> "images.ledger says " + entry.state() + ", attempt " + entry.attempt());
    }
}
