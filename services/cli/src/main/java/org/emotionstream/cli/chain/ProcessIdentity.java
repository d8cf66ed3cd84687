package org.emotionstream.cli.chain;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.Optional;

/**
 * A process, also after its number was given to another one.
 *
 * @param pid its number
 * @param startedAtMillis when it began, in milliseconds since 1970-01-01 UTC; 0 where that is not known
 */
public record ProcessIdentity(long pid, long startedAtMillis) {
    /** The process that has this number now. */
    public static ProcessIdentity of(long pid) {
        return new ProcessIdentity(
                pid, ProcessHandle.of(pid).map(ProcessIdentity::startMillis).orElse(0L));
    }

    /** The process, when it still runs. */
    @JsonIgnore
    public Optional<ProcessHandle> handle() {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .filter(process -> startMillis(process) == startedAtMillis);
    }

    /** Whether it still runs. */
    @JsonIgnore
    public boolean isAlive() {
        return handle().isPresent();
    }

    private static long startMillis(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
    }
}
