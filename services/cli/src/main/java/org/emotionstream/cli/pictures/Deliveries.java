package org.emotionstream.cli.pictures;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What the broker has of the pictures that were handed to the producer. Each delivered picture is reported
 * once, in the order in which they were handed over. For several threads: the producer calls from its own.
 */
public final class Deliveries {
    private final Consumer<SentPicture> delivered;
    private final Deque<Pending> open = new ArrayDeque<>();
    private final List<SentPicture> failed = new ArrayList<>();
    private int count;
    private Exception failure;
    private RuntimeException listenerFailure;

    /** @param delivered receives each picture that the broker has */
    public Deliveries(Consumer<SentPicture> delivered) {
        this.delivered = delivered;
    }

    /** One picture; complete once the broker, or the client for it, has answered. */
    static final class Pending {
        private final SentPicture picture;
        private boolean complete;
        private Exception failure;

        private Pending(SentPicture picture) {
            this.picture = picture;
        }
    }

    synchronized Pending handedOver(SentPicture picture) {
        Pending pending = new Pending(picture);
        open.add(pending);
        return pending;
    }

    /** @param exception why it was not delivered; null when it was */
    synchronized void complete(Pending pending, Exception exception) {
        pending.complete = true;
        pending.failure = exception;
        while (!open.isEmpty() && open.peek().complete) {
            report(open.poll());
        }
    }

    /** Reports also what was delivered after a picture about which nothing is known. */
    public synchronized void reportAll() {
        List<Pending> unknown =
                open.stream().filter(pending -> !pending.complete).toList();
        open.stream().filter(pending -> pending.complete).forEach(this::report);
        open.clear();
        open.addAll(unknown);
    }

    private void report(Pending pending) {
        if (pending.failure != null) {
            failed.add(pending.picture);
            failure = failure == null ? pending.failure : failure;
            return;
        }
        count++;
        try {
            delivered.accept(pending.picture);
        } catch (RuntimeException e) {
            // The producer would swallow it.
            listenerFailure = listenerFailure == null ? e : listenerFailure;
        }
    }

    /** Throws what the listener threw, because results can no longer be printed. */
    public synchronized void checkListener() {
        if (listenerFailure != null) {
            throw listenerFailure;
        }
    }

    /** How many the broker has. */
    public synchronized int delivered() {
        return count;
    }

    /** Why the first of those that failed was not delivered; empty when none failed. */
    public synchronized Optional<Exception> failure() {
        return Optional.ofNullable(failure);
    }

    /** Those that the broker does not have, and those about which nothing is known. */
    public synchronized List<SentPicture> undelivered() {
        List<SentPicture> all = new ArrayList<>(failed);
        open.forEach(pending -> all.add(pending.picture));
        return all;
    }
}
