package org.emotionstream.cli.chain;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;

/**
 * The release that a running chain serves with, from the health checks of its services.
 *
 * @param pinned its id; empty when no service answers
 * @param next the release that is named and not pinned yet, and what it waits for
 * @param problem why the release that is named cannot be used
 */
public record ChainRelease(Optional<String> pinned, Optional<String> next, Optional<String> problem) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    /** Asks the services in flow order; the first that knows a release answers for all. */
    public static ChainRelease of(RunningChain chain) throws InterruptedException {
        for (RunningChain.Member member : chain.processes()) {
            if (!member.name().equals(ChainProcesses.BROKER)) {
                Optional<ChainRelease> answer = ask(member.port());
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

    private static Optional<ChainRelease> ask(int port) throws InterruptedException {
        try {
            HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
            String body = client.send(
                            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/q/health/ready"))
                                    .timeout(PATIENCE)
                                    .build(),
                            HttpResponse.BodyHandlers.ofString())
                    .body();
            return read(body);
        } catch (IOException e) {
            // Not running, or too busy to answer: the next one is asked.
            return Optional.empty();
        }
    }

    /** What this answer of a readiness check says; empty when it names no release. */
    static Optional<ChainRelease> read(String body) throws IOException {
        for (JsonNode check : JSON.readTree(body).path("checks")) {
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
