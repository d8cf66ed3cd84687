package org.emotionstream.cli.processes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;

/** The readiness check of a service, at {@code /q/health/ready}. */
public final class HealthCheck implements Readiness {
    private static final int OK = 200;
    private static final ObjectMapper JSON = new ObjectMapper();

    // One for all services: each has a thread of its own.
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build();

    private final HttpRequest request;

    /** The check of the service that listens on this port of loopback. */
    public HealthCheck(int port) {
        request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/q/health/ready"))
                .timeout(Duration.ofSeconds(3))
                .build();
    }

    @Override
    public Optional<String> obstacle() throws InterruptedException {
        Optional<HttpResponse<String>> answer = ask();
        if (answer.isEmpty()) {
            return Optional.of("its health check does not answer");
        }
        return answer.filter(found -> found.statusCode() != OK)
                .map(found -> why(found.body()).orElse("its health check gives no reason"));
    }

    /** What it answers, ready or not; empty when it does not answer. */
    public Optional<String> body() throws InterruptedException {
        return ask().map(HttpResponse::body);
    }

    private Optional<HttpResponse<String>> ask() throws InterruptedException {
        try {
            return Optional.of(CLIENT.send(request, HttpResponse.BodyHandlers.ofString()));
        } catch (IOException e) {
            // Nobody listens yet, or too busy to answer: both mean not ready.
            return Optional.empty();
        }
    }

    /** The checks in this answer, each with its {@code status} and {@code data}. */
    public static Iterable<JsonNode> checks(String body) {
        try {
            return JSON.readTree(body).path("checks");
        } catch (IOException e) {
            // Something else listens on this port: it is not ready, and tells no reason.
            return MissingNode.getInstance();
        }
    }

    /** What the field {@code why} of the first check that is down says. */
    private static Optional<String> why(String body) {
        for (JsonNode check : checks(body)) {
            String why = check.path("data").path("why").asText();
            if (!check.path("status").asText().equals("UP") && !why.isEmpty()) {
                return Optional.of(why);
            }
        }
        return Optional.empty();
    }
}
