package org.emotionstream.cli.processes;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Whether a process can do its work now. */
@FunctionalInterface
public interface Readiness {
    /** True when it can; false also when nobody answers yet. */
    boolean isReady() throws InterruptedException;

    /** Ready as the health check at {@code /q/health/ready} on this port of loopback says. */
    static Readiness ofHttp(int port) {
        HttpClient client =
                HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build();
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/q/health/ready"))
                .timeout(Duration.ofSeconds(3))
                .build();
        return () -> {
            try {
                return client.send(request, HttpResponse.BodyHandlers.discarding())
                                .statusCode()
                        == 200;
            } catch (IOException e) {
                // Nobody listens yet, or too busy to answer: both mean not ready.
                return false;
            }
        };
    }
}
