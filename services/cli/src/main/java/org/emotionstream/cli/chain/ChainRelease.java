package org.emotionstream.cli.chain;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.emotionstream.cli.processes.HealthCheck;

/**
 * The release that a running chain serves with, from the health checks of its services.
 *
 * @param pinned its id; empty when no service answers
 * @param next the release that is named and not pinned yet, and what it waits for
 * @param problem why the release that is named cannot be used
 */
public record ChainRelease(Optional<String> pinned, Optional<String> next, Optional<String> problem) {
    /** Asks the services in flow order; the first that knows a release answers for all. */
    public static ChainRelease of(RunningChain chain) throws InterruptedException {
        for (RunningChain.Member member : chain.processes()) {
            if (!member.name().equals(ChainProcesses.BROKER)) {
                Optional<ChainRelease> answer =
                        new HealthCheck(member.port()).body().flatMap(ChainRelease::read);
                if (answer.isPresent()) {
                    return answer.get();
                }
            }
        }
        return new ChainRelease(Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** One line. */
    public String inWords() {
        return "release " + pinned.orElse("not known")
                + next.map(text -> ", next " + text).orElse("")
                + problem.map(text -> "; PROBLEM: " + text).orElse("");
    }

    /** What this answer of a readiness check says; empty when it names no release. */
    static Optional<ChainRelease> read(String body) {
        for (JsonNode check : HealthCheck.checks(body)) {
            JsonNode data = check.path("data");
            if (data.has("release")) {
                return Optional.of(new ChainRelease(
                        text(data, "release"), text(data, "release-next"), text(data, "release-problem")));
            }
        }
        return Optional.empty();
    }

    private static Optional<String> text(JsonNode data, String name) {
        return Optional.ofNullable(data.path(name).textValue());
    }
}
