package org.emotionstream.combiner;

import io.quarkus.logging.LoggingFilter;
import java.util.Set;
import java.util.logging.Filter;
import java.util.logging.LogRecord;

/**
 * Leaves two warnings of Kafka Streams 4.4.0 out of the log, because they are false where stores are transactional.
 *
 * <p>At its start Kafka Streams opens each store of the state folder once to read its offset. For a store that has
 * never been written to, such as the one of partial answers, it says there that the task is corrupted and its state is
 * wiped out. It does not know at that place that stores are transactional, and nothing is wiped out
 * ({@code StateAfterKillIT}). A task that is corrupted later is logged by a thread of the stream, and stays in the log.
 */
@LoggingFilter(name = "false-corruption")
public final class FalseCorruptionFilter implements Filter {
    private static final String INTERNALS = "org.apache.kafka.streams.processor.internals.";
    private static final Set<String> LOGGERS =
            Set.of(INTERNALS + "ProcessorStateManager", INTERNALS + "StateDirectory");

    @Override
    public boolean isLoggable(LogRecord record) {
        String message = record.getMessage();
        return !LOGGERS.contains(record.getLoggerName())
                || !(message.startsWith("stream-client [") && message.contains("did not find checkpoint offsets")
                        || message.startsWith("Failed to register startup state stores for task"));
    }
}
