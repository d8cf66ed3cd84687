package org.emotionstream.endtoend.scaling;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.emotionstream.endtoend.faults.processes.ChildProcess;

/**
 * What one process of a stage counts itself: {@code emotionstream_records_total}.
 *
 * @param stage its name in the metrics
 * @param port of its HTTP side
 */
record RecordCounter(String stage, int port) {
    private static final String PORT = "-Dquarkus.http.port=";
    private static final String NAME = "emotionstream_records_total{";
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    /** Of this process. */
    static RecordCounter of(String stage, ChildProcess process) {
        // Of two settings of one name the later wins.
        List<String> ports = process.plan().command().stream()
                .filter(word -> word.startsWith(PORT))
                .toList();
        return new RecordCounter(
                stage, Integer.parseInt(ports.get(ports.size() - 1).substring(PORT.length())));
    }

    /** Records answered and committed since the process started; 0 before the first, and while it does not answer. */
    double read() {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/q/metrics"))
                .build();
        try {
            return HTTP.send(request, HttpResponse.BodyHandlers.ofString())
                    .body()
                    .lines()
                    .filter(line -> line.startsWith(NAME) && line.contains("stage=\"" + stage + "\""))
                    .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                    .sum();
        } catch (java.net.ConnectException e) {
            return 0; // it has only just been started
        } catch (IOException e) {
            throw new UncheckedIOException("no metrics of " + stage + " at port " + port, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
