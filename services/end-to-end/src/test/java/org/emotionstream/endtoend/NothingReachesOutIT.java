package org.emotionstream.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.emotionstream.endtoend.faults.processes.Until;
import org.emotionstream.events.testing.Packages;
import org.emotionstream.localbroker.LocalBroker;
import org.emotionstream.localbroker.LoopbackPorts;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Each packaged service and the command line, started by plain {@code java} without any flag or variable of
 * our launchers and with a command line of 16 kB: they connect to the broker alone, look no name up, start no program,
 * and write nothing outside of their own folders. The kernel's word is taken for it, by strace.
 */
class NothingReachesOutIT {
    private static final Path ROOT = CommandLineInterface.root();
    private static final Path NATIVE = ROOT.resolve(".emotionstream/native");
    private static final String LONG = "-Dfiller=" + "x".repeat(16_000);
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Pattern ANSWERED = Pattern.compile("(?m)^combiner_answers_total\\{.*} [1-9]");
    private static final List<String> SERVICES = List.of("landmarker", "featurizer", "cnn-worker", "combiner");

    @TempDir
    Path folder;

    private final List<String> violations = new ArrayList<>();
    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<String, Process> running = new LinkedHashMap<>();
    private final Map<String, Integer> ports = new LinkedHashMap<>();

    @Test
    void servicesAndCommandLineReachTheBrokerAloneAndWriteInTheirFoldersAlone() throws Exception {
        Assumptions.assumeTrue(straceWorks(), "strace is not installed, or may not trace here");
        try (LocalBroker broker = LocalBroker.in(folder.resolve("broker"))) {
            broker.start();
            String brokers = broker.bootstrapServers();
            run("topics", cli("topics", "--bootstrap", brokers));
            for (String service : SERVICES) {
                ports.put(service, LoopbackPorts.free());
                start(
                        service,
                        List.of(LONG, "-jar", Packages.service(service).toString()),
                        Map.of(
                                "EMOTIONSTREAM_BOOTSTRAP_SERVERS",
                                brokers,
                                "EMOTIONSTREAM_RELEASES",
                                ROOT.resolve("models/releases").toString(),
                                "CNN_WORKER_MODEL",
                                "model-1",
                                "COMBINER_DEADLINE",
                                "PT1S",
                                "QUARKUS_HTTP_PORT",
                                ports.get(service).toString()));
            }
            for (String service : SERVICES) {
                await(service + " to be ready", () -> isReady(service));
            }
            run(
                    "send",
                    cli("send", "--bootstrap", brokers, Photographs.all().get(0).toString()));
            await("an answer", this::hasAnswered);
            stop();
            int port = Integer.parseInt(brokers.substring(brokers.lastIndexOf(':') + 1));
            for (String process : running.keySet()) {
                Path own = folder.resolve(process);
                new TracedCalls(own, List.of(own, NATIVE), port)
                        .violations(trace(process))
                        .forEach(call -> violations.add(process + ": " + call));
            }
            assertThat(violations).isEmpty();
        } finally {
            kill();
        }
        try (Stream<Path> left = Files.list(home())) {
            assertThat(left).as("files in the user's home").isEmpty();
        }
    }

    private static boolean straceWorks() throws InterruptedException {
        try {
            return new ProcessBuilder("strace", "-f", "--seccomp-bpf", "-o", "/dev/null", "true")
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private static List<String> cli(String... words) {
        List<String> command = new ArrayList<>(List.of(
                LONG,
                "-Demotionstream.root=" + ROOT,
                "-Demotionstream.local=.",
                "-cp",
                Packages.commandLine(),
                "org.emotionstream.cli.Main"));
        command.addAll(List.of(words));
        return command;
    }

    private void run(String name, List<String> command) throws IOException, InterruptedException {
        Process process = start(name, command, Map.of());
        assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                .as(name + " ends")
                .isTrue();
        assertThat(process.exitValue()).as(() -> name + ": " + log(name)).isZero();
    }

    private Process start(String name, List<String> arguments, Map<String, String> settings) throws IOException {
        Path own = Files.createDirectories(folder.resolve(name));
        Files.createDirectories(home());
        List<String> command = new ArrayList<>(List.of(
                "strace",
                "-f",
                "--seccomp-bpf",
                "-qq",
                "-s",
                "400",
                "-e",
                "trace=" + TracedCalls.CALLS,
                "-o",
                trace(name).toString(),
                Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(own.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve(name + ".log").toFile());
        // No ORT_*, no CI, no HOSTNAME: what is switched off by a variable shows.
        builder.environment().clear();
        builder.environment().put("PATH", System.getenv("PATH"));
        builder.environment().put("HOME", home().toString());
        builder.environment().put("XDG_CACHE_HOME", home().toString());
        builder.environment().put("EMOTIONSTREAM_NATIVE_LIBRARIES", NATIVE.toString());
        builder.environment().putAll(settings);
        Process process = builder.start();
        running.put(name, process);
        return process;
    }

    /** Waits; where it waits in vain, the logs of all that runs say why. */
    private void await(String what, BooleanSupplier condition) throws InterruptedException {
        assertThat(Until.within(PATIENCE, condition))
                .as(() -> what + "\n"
                        + running.keySet().stream()
                                .map(name -> "--- " + name + "\n" + log(name))
                                .collect(Collectors.joining("\n")))
                .isTrue();
    }

    private boolean isReady(String service) {
        return get(service, "/q/health/ready")
                .map(answer -> answer.statusCode() == 200)
                .orElse(false);
    }

    private boolean hasAnswered() {
        return get("combiner", "/q/metrics")
                .map(answer -> ANSWERED.matcher(answer.body()).find())
                .orElse(false);
    }

    private Optional<HttpResponse<String>> get(String service, String path) {
        try {
            URI uri = URI.create("http://127.0.0.1:" + ports.get(service) + path);
            return Optional.of(http.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString()));
        } catch (IOException e) {
            // It does not listen yet.
            return Optional.empty();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The services; strace ends with them. */
    private void stop() throws InterruptedException {
        running.values().forEach(process -> process.descendants().forEach(ProcessHandle::destroy));
        for (Process process : running.values()) {
            process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        }
    }

    private void kill() {
        for (Process process : running.values()) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    private Path home() {
        return folder.resolve("home");
    }

    private Path trace(String name) {
        return folder.resolve(name + ".trace");
    }

    private String log(String name) {
        try {
            return Files.readString(folder.resolve(name + ".log"));
        } catch (IOException e) {
            return "no log: " + e.getMessage();
        }
    }
}
