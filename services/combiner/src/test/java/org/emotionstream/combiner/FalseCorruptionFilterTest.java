package org.emotionstream.combiner;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;

class FalseCorruptionFilterTest {
    private static final String INTERNALS = "org.apache.kafka.streams.processor.internals.";
    private static final String CORRUPTED =
            "State store partial-answers did not find checkpoint offsets while stores are not empty";

    @Test
    void leavesOutWhatIsSaidOfStoresThatAreOpenedAtTheStart() {
        assertThat(isLogged("ProcessorStateManager", "stream-client [combiner-1] " + CORRUPTED))
                .isFalse();
        assertThat(isLogged("StateDirectory", "Failed to register startup state stores for task 0_2: corrupted"))
                .isFalse();
    }

    @Test
    void keepsWhatAThreadSaysOfItsTasksAndEverythingElse() {
        assertThat(isLogged("ProcessorStateManager", "stream-thread [combiner-1] task [0_2] " + CORRUPTED))
                .isTrue();
        assertThat(isLogged("StateDirectory", "Failed to release the lock on the state directory"))
                .isTrue();
        assertThat(isLogged("StreamThread", "stream-client [combiner-1] " + CORRUPTED))
                .isTrue();
    }

    private static boolean isLogged(String logger, String message) {
        LogRecord record = new LogRecord(Level.WARNING, message);
        record.setLoggerName(INTERNALS + logger);
        return new FalseCorruptionFilter().isLoggable(record);
    }
}
