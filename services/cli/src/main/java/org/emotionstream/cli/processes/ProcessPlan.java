package org.emotionstream.cli.processes;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * How one process is started and how to tell that it is ready.
 *
 * @param name that people know it by, for example {@code landmarker}
 * @param command the program and its arguments
 * @param environment added to our own
 * @param directory that it runs in
 * @param log gets its standard output and standard error
 * @param readiness tells when it can do its work
 */
public record ProcessPlan(
        String name,
        List<String> command,
        Map<String, String> environment,
        Path directory,
        Path log,
        Readiness readiness) {
    public ProcessPlan {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
    }
}
