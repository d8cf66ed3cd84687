package org.emotionstream.endtoend;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A Prometheus of Debian's package, with our rules, that looks at services every second. */
final class RealPrometheus implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client = HttpClient.newHttpClient();
    private final Process process;
    private final String address;

    private RealPrometheus(Process process, String address) {
        this.process = process;
        this.address = address;
    }

    static boolean isInstalled() {
        for (String folder : System.getenv("PATH").split(":")) {
            if (Files.isExecutable(Path.of(folder, "prometheus"))) {
                return true;
            }
        }
        return false;
    }

    /**
     * Starts it.
     *
     * @param work what it writes lies here
     * @param ports by the name of a service, which becomes the label {@code job}
     */
    static RealPrometheus start(Path work, Map<String, Integer> ports) throws IOException {
        StringBuilder configuration = new StringBuilder("global: {scrape_interval: 1s, evaluation_interval: 1s}\n")
                .append("rule_files: ['")
                .append(MonitoringFiles.rules())
                .append("']\nscrape_configs:\n");
        ports.forEach((name, port) -> configuration
                .append("  - {job_name: '")
                .append(name)
                .append("', metrics_path: /q/metrics, static_configs: [{targets: ['127.0.0.1:")
                .append(port)
                .append("']}]}\n"));
        Path file = Files.writeString(work.resolve("prometheus.yaml"), configuration);
        String address = "127.0.0.1:" + freePort();
        Process process = new ProcessBuilder(
                        "prometheus",
                        "--config.file=" + file,
                        "--storage.tsdb.path=" + work.resolve("prometheus"),
                        "--web.listen-address=" + address)
                .redirectErrorStream(true)
                .redirectOutput(work.resolve("prometheus.log").toFile())
                .start();
        return new RealPrometheus(process, "http://" + address);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /** The answer to a query; with the field {@code error} when it is none. */
    JsonNode query(String query) throws IOException, InterruptedException {
        return get("/api/v1/query?query=" + URLEncoder.encode(query, StandardCharsets.UTF_8));
    }

    /** The number of series that a query finds; 0 also while nobody answers. */
    int count(String query) throws InterruptedException {
        try {
            return query(query).at("/data/result").size();
        } catch (IOException e) {
            return 0; // It is still starting; who waits for a count asks again.
        }
    }

    /** All rules as they are evaluated. */
    JsonNode rules() throws IOException, InterruptedException {
        return get("/api/v1/rules").at("/data/groups");
    }

    private JsonNode get(String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address + path)).build();
        return JSON.readTree(
                client.send(request, HttpResponse.BodyHandlers.ofString()).body());
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(10, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }
}
