package org.emotionstream.cli.processes;

import java.time.Duration;

/** What happens to a process that ends by itself. */
public sealed interface RestartPolicy {
    /** It stays down, and {@link Supervisor#failure()} returns how it ended. */
    record Never() implements RestartPolicy {}

    /**
     * It is started again, later each time.
     *
     * @param first how long after the first time, more than 0
     */
    record WithBackoff(Duration first) implements RestartPolicy {
        /** After a second at first. */
        public WithBackoff() {
            this(Backoff.FIRST);
        }
    }
}
