package org.emotionstream.combiner.topology;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.ObjLongConsumer;
import java.util.function.Supplier;
import org.apache.kafka.common.utils.Bytes;
import org.emotionstream.combiner.topology.BranchEnds.Position;
import org.jboss.logging.Logger;

/** Joins whose deadline struck at the same tick, and where the networks' topics ended then. For one thread. */
final class StruckJoins {
    private static final Logger LOG = Logger.getLogger(StruckJoins.class);
    private static final long ASK_AGAIN_MILLIS = Duration.ofSeconds(1).toMillis();

    private final Set<Bytes> keys;
    private final Supplier<CompletableFuture<Map<String, Position>>> question;
    private final Map<String, Long> ends = new HashMap<>();
    private CompletableFuture<Map<String, Position>> answer;
    private long askedAt;

    /** Asks for the joins that struck together. */
    @FunctionalInterface
    interface Factory {
        StruckJoins ask(Set<Bytes> keys, long now);
    }

    StruckJoins(Set<Bytes> keys, Supplier<CompletableFuture<Map<String, Position>>> question, long now) {
        this.keys = keys;
        this.question = question;
        this.answer = question.get();
        this.askedAt = now;
    }

    /** The joins that still wait; the caller removes those that need not. */
    Set<Bytes> keys() {
        return keys;
    }

    /**
     * Takes in the broker's answer once it is there. The first one says where the topics ended; it is asked
     * again while joins wait, because what the group has committed tells of records read before our time.
     *
     * @param read told, for each network, the offset up to which the group has committed
     */
    void hear(long now, ObjLongConsumer<String> read) {
        if (!answer.isDone()) {
            return;
        }
        if (answer.isCompletedExceptionally()) {
            // Nobody is given up on ignorance: hold, and ask again.
            if (now - askedAt >= ASK_AGAIN_MILLIS) {
                LOG.warnf(
                        "%d images are past their deadline; whether their answers lie unread is not known: %s",
                        keys.size(),
                        answer.handle((positions, failure) -> failure).join());
            }
        } else {
            answer.join().forEach((model, position) -> {
                ends.putIfAbsent(model, position.end());
                read.accept(model, position.committed());
            });
        }
        if (now - askedAt >= ASK_AGAIN_MILLIS) {
            answer = question.get();
            askedAt = now;
        }
    }

    /** Whether each of these networks has been read up to where its topic ended. */
    boolean areRead(Set<String> models, Map<String, Long> read) {
        return models.stream()
                .allMatch(model -> ends.containsKey(model) && read.getOrDefault(model, 0L) >= ends.get(model));
    }
}
