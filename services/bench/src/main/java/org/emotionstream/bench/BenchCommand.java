package org.emotionstream.bench;

import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.emotionstream.bench.chain.MeasuredCheckout;
import org.emotionstream.bench.human.HumanProgram;
import org.emotionstream.bench.inputs.InputKind;
import org.emotionstream.bench.report.BenchJson;
import org.emotionstream.bench.report.BenchTable;
import org.emotionstream.bench.report.Machine;
import org.emotionstream.bench.report.MeasuredRounds;
import org.emotionstream.bench.report.Sides;
import org.emotionstream.cli.checkout.Checkout;
import org.emotionstream.cli.terminal.CommandException;
import org.emotionstream.cli.terminal.Console;
import org.emotionstream.cli.terminal.ExitCodes;
import org.emotionstream.cli.terminal.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code bench}: measures what an image costs. */
@Command(
        name = "emotionstream bench",
        description =
                "Measure what an image costs: CPU of each step by itself, then CPU, throughput, latency, requests "
                        + "and memory of the packaged chain, on a broker of its own. About five minutes an input and round.",
        footer = {"", ExitCodes.HELP})
final class BenchCommand implements Callable<Integer> {
    private static final int ROUNDS_OF_A_COMPARISON = 3;

    @Option(
            names = "--input",
            paramLabel = "INPUT",
            description =
                    "Measure with these pictures: ${COMPLETION-CANDIDATES} (default: tiles, frames, photographs); "
                            + "may be repeated.")
    private List<InputKind> inputs = List.of(InputKind.TILES, InputKind.FRAMES, InputKind.PHOTOGRAPHS);

    @Option(
            names = "--baseline",
            paramLabel = "CHECKOUT",
            description = "Measure this other checkout in turn with this one, and print the ratio of each figure.")
    private Optional<Path> baseline = Optional.empty();

    @Option(
            names = "--against",
            paramLabel = "PEER",
            description =
                    "Measure CPU and faces of a peer in turn with the steps of this checkout, and start no chain. "
                            + "Expected: human, which is npm's @vladmandic/human; needs Node.js and npm.")
    private Optional<String> against = Optional.empty();

    @Option(
            names = "--rounds",
            paramLabel = "COUNT",
            description = "Measure each side so many times (default: 1, with --baseline 3).")
    private Optional<Integer> rounds = Optional.empty();

    @Option(
            names = "--seconds",
            paramLabel = "SECONDS",
            defaultValue = "20",
            description = "Measure under load for so long (default: ${DEFAULT-VALUE}).")
    private int seconds;

    @Option(
            names = "--singles",
            paramLabel = "COUNT",
            defaultValue = "60",
            description = "Send so many pictures one by one (default: ${DEFAULT-VALUE}).")
    private int singles;

    @Option(names = "--kernels-only", description = "Measure the steps by themselves, and start no chain.")
    private boolean kernelsOnly;

    @Option(names = "--json", description = "Print one JSON object, with every value of every round.")
    private boolean json;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    private boolean help;

    @Override
    public Integer call() throws InterruptedException {
        Console console = Console.ofProcess();
        BenchPlan plan = plan();
        Checkout checkout = Checkout.current();
        MeasuredCheckout measured = new MeasuredCheckout(checkout.root()).requireBuilt();
        Optional<MeasuredCheckout> other =
                baseline.map(path -> new MeasuredCheckout(path.toAbsolutePath().normalize()).requireBuilt());
        Path folder = Checkout.made(checkout.local().resolve("bench"));
        Instant time = Instant.now();
        Optional<HumanProgram> human = against.map(peer -> new HumanProgram(folder.resolve(peer)));
        Map<InputKind, MeasuredRounds> results =
                new BenchRun(measured, other, human, folder, plan, console::progress).measure();
        Map<String, String> commits = new LinkedHashMap<>();
        Sides sides = human.isPresent() ? Sides.HUMAN : Sides.CHECKOUTS;
        if (human.isPresent()) {
            commits.put(sides.before(), HumanProgram.VERSION);
        } else if (other.isPresent()) {
            commits.put(sides.before(), other.get().commit(folder));
        }
        commits.put(commits.isEmpty() ? "commit" : sides.after(), measured.commit(folder));
        print(console, time, commits, sides, results);
        return ExitCodes.OK;
    }

    private BenchPlan plan() {
        against.ifPresent(peer -> {
            CommandException.check(peer.equals("human"), "--against: expected human, found " + peer);
            CommandException.check(
                    baseline.isEmpty(),
                    "--against compares with a peer and --baseline with a checkout: name one of them");
            HumanProgram.requireNode(System.getenv("PATH"));
        });
        int wanted = rounds.orElse(baseline.isPresent() ? ROUNDS_OF_A_COMPARISON : 1);
        CommandException.check(wanted >= 1, "--rounds: expected 1 or more, found " + wanted);
        CommandException.check(seconds >= 1, "--seconds: expected 1 or more, found " + seconds);
        CommandException.check(singles >= 1, "--singles: expected 1 or more, found " + singles);
        return new BenchPlan(inputs, wanted, seconds, singles, !kernelsOnly);
    }

    private void print(
            Console console,
            Instant time,
            Map<String, String> commits,
            Sides sides,
            Map<InputKind, MeasuredRounds> results) {
        Map<String, MeasuredRounds> byName = new LinkedHashMap<>();
        results.forEach((kind, rounds) -> byName.put(kind.label(), rounds));
        Machine machine = Machine.here();
        if (json) {
            console.result(Json.line(BenchJson.of(time, machine, commits, sides, byName)));
            return;
        }
        console.result(machine.inWords());
        commits.forEach((side, commit) -> console.result(side + ": " + commit));
        byName.forEach(new BenchTable(console::result, sides)::print);
    }
}
