package org.emotionstream.endtoend;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.emotionstream.events.testing.Packages;
import org.emotionstream.localbroker.LoopbackPorts;

/** A packaged service that is told by its environment alone where the brokers are and who it is. */
final class SecuredService implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final HttpClient http = HttpClient.newHttpClient();
    private final String name;
    private final Path log;
    private final int port = LoopbackPorts.free();
    private final Process process;

    SecuredService(Path folder, String name, String module, Map<String, String> environment) throws IOException {
        this.name = name;
        log = folder.resolve(name + ".log");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + (module.equals("landmarker") ? 224 : 128) + "m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xss512k",
                "-Dorg.bytedeco.javacpp.cachedir="
                        + CommandLineInterface.root().resolve(".emotionstream/native/javacpp"),
                "-Dorg.bytedeco.javacpp.maxPhysicalBytes=0",
                "-Dorg.bytedeco.javacpp.maxBytes=0",
                "-jar",
                Packages.service(module).toString()));
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().putAll(environment);
        builder.environment().put("QUARKUS_HTTP_PORT", Integer.toString(port));
        process = builder.start();
    }

    String name() {
        return name;
    }

    int port() {
        return port;
    }

    void awaitReady() throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (status("GET", "/q/health/ready") != 200) {
            if (System.nanoTime() > end || !process.isAlive()) {
                throw new AssertionError(name + " is not ready: " + log());
            }
            LockSupport.parkNanos(200_000_000L);
        }
    }

    int awaitExit() throws InterruptedException {
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            throw new AssertionError(name + " runs on: " + log());
        }
        return process.exitValue();
    }

    /** The status with which it answers; 0 while it does not. */
    int status(String method, String path) throws InterruptedException {
        try {
            return send(method, path).statusCode();
        } catch (IOException e) {
            return 0;
        }
    }

    String body(String path) throws IOException, InterruptedException {
        return send("GET", path).body();
    }

    private HttpResponse<String> send(String method, String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofSeconds(20))
                .method(method, HttpRequest.BodyPublishers.ofString(method.equals("GET") ? "" : "something"))
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }

    String log() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** What anybody on this machine sees of it in the list of processes. */
    String commandLine() throws IOException {
        return new String(
                Files.readAllBytes(Path.of("/proc", Long.toString(process.pid()), "cmdline")), StandardCharsets.UTF_8);
    }

    /** The addresses on which it listens, hexadecimal as in /proc/net/tcp, of its port. */
    List<String> listeningOn() throws IOException {
        List<String> addresses = new ArrayList<>();
        String ending = String.format(Locale.ROOT, ":%04X", port);
        for (String table : List.of("tcp", "tcp6")) {
            Path file = Path.of("/proc/net", table);
            if (Files.exists(file)) {
                Files.readAllLines(file).stream()
                        .map(line -> line.trim().split("\\s+"))
                        .filter(words -> words.length > 3 && words[1].endsWith(ending) && words[3].equals("0A"))
                        .forEach(words -> addresses.add(words[1].substring(0, words[1].indexOf(':'))));
            }
        }
        return addresses;
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
