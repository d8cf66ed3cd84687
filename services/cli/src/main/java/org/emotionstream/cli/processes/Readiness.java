package org.emotionstream.cli.processes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;

/** Whether a process can do its work now. */
@FunctionalInterface
public interface Readiness {
    /** True when it can; false also when nobody answers yet. */
    boolean isReady() throws InterruptedException;

    /** Why it cannot, where it gives a reason; empty when it can. */
    default Optional<String> obstacle() throws InterruptedException {
        return isReady() ? Optional.empty() : Optional.of("not ready yet");
    }

    /** Ready as the health check at {@code /q/health/ready} on this port of loopback says. */
    static Readiness ofHttp(int port) {
        return new OfHttp(port);
    }

    /** What the field {@code why} of the checks that are down in this answer of a readiness check says. */
    static Optional<String> why(String body) {
        try {
            for (JsonNode check : new ObjectMapper().readTree(body).path("checks")) {
                String why = check.path("data").path("why").asText();
                if (!check.path("status").asText().equals("UP") && !why.isEmpty()) {
                    return Optional.of(why);
                }
            }
            return Optional.empty();
        } catch (IOException e) {
            // Something else listens on this port: it is not ready, and tells no reason.
            return Optional.empty();
        }
    }

    /** The readiness that a health check over HTTP reports. */
    final class OfHttp implements Readiness {
        private static final int OK = 200;

        private final HttpClient client =
                HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build();
        private final HttpRequest request;

        private OfHttp(int port) {
            request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/q/health/ready"))
                    .timeout(Duration.ofSeconds(3))
                    .build();
        }

        @Override
        public boolean isReady() throws InterruptedException {
            return obstacle().isEmpty();
        }

        @Override
        public Optional<String> obstacle() throws InterruptedException {
            try {
                HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
                return answer.statusCode() == OK
                        ? Optional.empty()
                        : Optional.of(why(answer.body()).orElse("its health check gives no reason"));
            } catch (IOException e) {
                // Nobody listens yet, or too busy to answer: both mean not ready.
                return Optional.of("its health check does not answer");
            }
        }
    }
}
