package org.emotionstream.bench.chain;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.emotionstream.cli.chain.ChainFolders;
import org.emotionstream.cli.checkout.Checkout;
import org.emotionstream.cli.terminal.CommandException;
import org.emotionstream.cli.terminal.ExitCodes;
import org.emotionstream.localbroker.LoopbackPorts;

/**
 * A packaged chain that was started for a measurement, with topics, logs and ports of its own: a chain of the user that
 * is up goes on. Stopped when it is closed; its logs stay until the next one is started.
 */
public final class BenchChain implements AutoCloseable {
    /** The name of the broker's process. */
    public static final String BROKER = "broker";

    private static final Duration PATIENCE = Duration.ofMinutes(6);
    private static final String SUPERVISOR = "supervisor";

    private final MeasuredCheckout checkout;
    private final Path local;
    private final ProgramRun children;
    private final Thread atTheEnd = new Thread(this::stopUnlessClosed, "stop-chain");
    private double startSeconds;
    private Map<String, Long> pids = Map.of();
    private String bootstrapServers = "";

    /**
     * @param local the folder of the run: what is in it goes
     */
    public BenchChain(MeasuredCheckout checkout, Path local) {
        this.checkout = checkout;
        this.local = local;
        this.children = new ProgramRun(local.resolve("commands"), PATIENCE);
    }

    /**
     * Starts it on empty topics, and returns once every service is ready.
     *
     * @throws CommandException when it does not start
     */
    public BenchChain start(int smallestFace) throws InterruptedException {
        // What an earlier measurement has left, which could not end by itself.
        stop();
        ChainFolders.deleteTree(local);
        Checkout.made(local);
        Runtime.getRuntime().addShutdownHook(atTheEnd);
        long start = System.nanoTime();
        run("up", "--port", Integer.toString(LoopbackPorts.free()), "--smallest-face", Integer.toString(smallestFace));
        startSeconds = (System.nanoTime() - start) / 1e9;
        JsonNode status = json(run("status", "--json"));
        bootstrapServers = status.get("bootstrapServers").asText();
        pids = pids(status);
        return this;
    }

    private static Map<String, Long> pids(JsonNode status) {
        Map<String, Long> pids = new LinkedHashMap<>();
        status.get("services")
                .forEach(service -> pids.put(
                        service.get("name").asText(), service.get("process").asLong()));
        pids.put(SUPERVISOR, status.get(SUPERVISOR).asLong());
        return pids;
    }

    /** How long {@code up} took until every service was ready. */
    public double startSeconds() {
        return startSeconds;
    }

    /** Where clients connect. */
    public String bootstrapServers() {
        return bootstrapServers;
    }

    /** The processes of the chain by name: the broker, the services in flow order, and the supervisor. */
    public Map<String, Long> pids() {
        return new LinkedHashMap<>(pids);
    }

    private String run(String... words) throws InterruptedException {
        return children.output(words[0], checkout.commandLine(local, List.of(words)));
    }

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (JsonProcessingException e) {
            throw new CommandException(ExitCodes.SERVICE, "status --json printed no JSON: " + text, e);
        }
    }

    /** Stops every process of the chain, also one that an earlier measurement has left running in this folder. */
    @Override
    public void close() throws InterruptedException {
        stop();
        Runtime.getRuntime().removeShutdownHook(atTheEnd);
    }

    private void stop() throws InterruptedException {
        if (local.resolve("run/up.json").toFile().exists()) {
            run("down");
        }
    }

    /** When this program is interrupted: the chain has its own session, and would go on. */
    private void stopUnlessClosed() {
        try {
            stop();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
