package org.emotionstream.cli.chain;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.emotionstream.cli.checkout.Checkout;
import org.emotionstream.cli.terminal.CommandException;
import org.emotionstream.cli.terminal.ExitCodes;

/**
 * The folder that remembers the chain that {@code up} left running: {@code up.json} while it runs, {@code
 * ports.json} also afterwards, so that it listens on the same ports the next time.
 *
 * @param folder of these files
 */
public record RunFiles(Path folder) {
    private static final String WANTED = "wanted.json";
    private static final String PORTS = "ports.json";

    private static final ObjectMapper JSON =
            new ObjectMapper().configure(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, false);

    /** The chain that runs; empty when none does. */
    public Optional<RunningChain> running() {
        return read("up.json", RunningChain.class)
                .filter(chain -> chain.supervisor().isAlive());
    }

    /** The chain that was started last, also when its supervisor has died. */
    public Optional<RunningChain> last() {
        return read("up.json", RunningChain.class);
    }

    /**
     * The chain that runs.
     *
     * @throws CommandException when none does, saying how to start it
     */
    public RunningChain requireRunning() {
        return running()
                .orElseThrow(
                        () -> new CommandException(
                                ExitCodes.INCOMPLETE,
                                "nothing is running: start it with ./emotionstream up, or name a broker with --bootstrap HOST:PORT"));
    }

    /** Remembers this chain. */
    public void write(RunningChain chain) {
        write("up.json", chain);
    }

    /** Forgets the chain and how many of each service were wanted, and keeps its ports. */
    public void clear() {
        for (String name : List.of("up.json", WANTED)) {
            try {
                Files.deleteIfExists(folder.resolve(name));
            } catch (IOException e) {
                throw new UncheckedIOException("cannot delete " + folder.resolve(name), e);
            }
        }
    }

    /** How many processes of which service are wanted, where somebody has said so. */
    public Map<String, Integer> wanted() {
        return read(WANTED, Wanted.class).map(Wanted::byService).orElse(Map.of());
    }

    /** So many processes of this service are wanted from now on. */
    public void want(String service, int count) {
        Map<String, Integer> all = new TreeMap<>(wanted());
        all.put(service, count);
        write(WANTED, new Wanted(all));
    }

    private record Wanted(Map<String, Integer> byService) {}

    /** The ports that were recorded last; none where no chain has been started here. */
    public ChainPorts ports() {
        return read(PORTS, ChainPorts.class).orElseGet(() -> new ChainPorts(Map.of()));
    }

    /** Records these ports for the chain that starts now and for all later ones. */
    public void record(ChainPorts ports) {
        write(PORTS, ports);
    }

    private <T> Optional<T> read(String name, Class<T> type) {
        Path file = folder.resolve(name);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(JSON.readValue(file.toFile(), type));
        } catch (IOException e) {
            throw new CommandException(
                    ExitCodes.INCOMPLETE, "cannot read " + file + ": " + e.getMessage() + "; delete it", e);
        }
    }

    private void write(String name, Object value) {
        Checkout.made(folder);
        Path file = folder.resolve(name);
        Path whole = folder.resolve(name + ".new");
        try {
            // Whoever reads sees the old file or the new one, never half of it.
            JSON.writerWithDefaultPrettyPrinter().writeValue(whole.toFile(), value);
            Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }
}
