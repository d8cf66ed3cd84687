package org.emotionstream.cli.processes;

import java.util.Optional;

/** Whether a process can do its work now. */
@FunctionalInterface
public interface Readiness {
    /** Why it cannot, also when nobody answers yet; empty when it can. */
    Optional<String> obstacle() throws InterruptedException;
}
