package org.emotionstream.events.wire;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.emotionstream.events.logging.RateLimitedLog;
import org.jboss.logging.Logger;

/**
 * Questions to a side system that untrusted bytes cause: few, short, and none for a while after one that was
 * not answered, so that neither many records nor a side system that is away holds a service up. Safe for use by many
 * threads.
 *
 * @param <K> what is asked for
 * @param <V> what is answered
 */
final class BoundedQuestions<K, V> {
    /** So many questions at once, and then one a second. */
    static final int MOST_AT_ONCE = 20;

    /** How long a side system is left alone that has not answered. */
    static final Duration PAUSE = Duration.ofSeconds(30);

    private static final Logger LOG = Logger.getLogger(BoundedQuestions.class);
    private static final long NANOS_A_QUESTION = Duration.ofSeconds(1).toNanos();
    private static final int MOST_REMEMBERED = 1000;

    private final String name;
    private final Duration negative;
    private final LongSupplier nanoTime;
    private final RateLimitedLog unanswered = new RateLimitedLog();
    private final Map<K, Long> unknown = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<K, Long> eldest) {
            return size() > MOST_REMEMBERED;
        }
    };
    private long bookedUntil;
    private long pausedUntil;
    private String problem = "";

    /**
     * @param name of the side system, for messages
     * @param negative how long "there is no such thing" is remembered
     */
    BoundedQuestions(String name, Duration negative) {
        this(name, negative, System::nanoTime);
    }

    BoundedQuestions(String name, Duration negative, LongSupplier nanoTime) {
        this.name = name;
        this.negative = negative;
        this.nanoTime = nanoTime;
        this.bookedUntil = nanoTime.getAsLong();
        this.pausedUntil = nanoTime.getAsLong();
    }

    /** What came of a question. */
    sealed interface Answer<V> {
        /** It was answered. */
        record Found<V>(V value) implements Answer<V> {}

        /** There is no such thing. */
        record Unknown<V>() implements Answer<V> {}

        /** Nobody can say now, and why. */
        record NotNow<V>(String why) implements Answer<V> {}
    }

    /**
     * The answer to this question, which is asked only where it may be.
     *
     * @param question asks once and briefly; empty when there is no such thing
     */
    synchronized Answer<V> ask(K key, Supplier<Optional<V>> question) {
        long now = nanoTime.getAsLong();
        Long until = unknown.get(key);
        if (until != null && now - until < 0) {
            return new Answer.Unknown<>();
        }
        if (now - pausedUntil < 0) {
            return new Answer.NotNow<>(problem);
        }
        long booked = bookedUntil - now > 0 ? bookedUntil : now;
        if (booked - now > (MOST_AT_ONCE - 1) * NANOS_A_QUESTION) {
            return new Answer.NotNow<>("more unknown schemas are named than " + name + " is asked for");
        }
        bookedUntil = booked + NANOS_A_QUESTION;
        return asked(key, question);
    }

    private Answer<V> asked(K key, Supplier<Optional<V>> question) {
        try {
            Optional<V> found = question.get();
            if (found.isPresent()) {
                return new Answer.Found<>(found.get());
            }
            unknown.remove(key);
            unknown.put(key, nanoTime.getAsLong() + negative.toNanos());
            return new Answer.Unknown<>();
        } catch (SchemaRegistryException e) {
            problem = e.getMessage();
            pausedUntil = nanoTime.getAsLong() + PAUSE.toNanos();
            unanswered.log(suppressed ->
                    LOG.warnf("%s; the service goes on without, and asks again in %d s", problem, PAUSE.toSeconds()));
            return new Answer.NotNow<>(problem);
        }
    }
}
