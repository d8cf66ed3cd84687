package org.emotionstream.events.inspection;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.GroupNotEmptyException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.UnknownMemberIdException;
import org.emotionstream.events.logging.Causes;

/** Waits for answers of the administration of Kafka, and says what was asked when one is an error. */
public final class Kafka {
    private static final long SECONDS = 60;
    // Longer than the session of a member, and so short that a service that asks at its start is live meanwhile.
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final long PAUSE_MILLIS = 250;

    private Kafka() {}

    /**
     * The answer.
     *
     * @param what was asked, after "cannot"
     * @throws TopicException when it is an error (its cause is the broker's own), or does not come
     */
    public static <T> T await(String what, KafkaFuture<T> answer) {
        try {
            return answer.get(SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new TopicException("cannot " + what + ": " + Causes.inWords(e), e.getCause());
        } catch (TimeoutException e) {
            throw new TopicException("cannot " + what + ": the broker gave no answer in " + SECONDS + " s", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TopicException("interrupted, cannot " + what, e);
        }
    }

    /** Likewise, about what was just created: brokers learn of it one after the other, so it asks again. */
    public static <T> T awaitKnown(String what, Supplier<KafkaFuture<T>> question) {
        return await(what, question, cause -> cause instanceof RetriableException, PATIENCE);
    }

    /**
     * Likewise, of a group without members: one that was killed, or that is to keep its place after a restart,
     * stays a member until its session ends, so it asks again.
     */
    public static <T> T awaitEmpty(String what, Supplier<KafkaFuture<T>> question) {
        return await(
                what,
                question,
                cause -> cause instanceof RetriableException
                        || cause instanceof UnknownMemberIdException
                        || cause instanceof GroupNotEmptyException,
                PATIENCE);
    }

    /** @param patience since an answer itself may take seconds, it is time that counts, and not attempts */
    public static <T> T await(
            String what, Supplier<KafkaFuture<T>> question, Predicate<Throwable> passes, Duration patience) {
        long begun = System.nanoTime();
        while (true) {
            try {
                return await(what, question.get());
            } catch (TopicException e) {
                if (System.nanoTime() - begun > patience.toNanos() || !passes.test(e.getCause())) {
                    throw e;
                }
                pause(what);
            }
        }
    }

    private static void pause(String what) {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TopicException("interrupted, cannot " + what, e);
        }
    }
}
