package org.emotionstream.cli.local;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.emotionstream.cli.chain.ChainSettings;
import org.emotionstream.cli.chain.Debugger;
import org.emotionstream.cli.chain.RunFiles;
import org.emotionstream.cli.chain.RunningChain;
import org.emotionstream.cli.checkout.Checkout;
import org.emotionstream.cli.options.SmallestFaceOption;
import org.emotionstream.cli.terminal.CommandException;
import org.emotionstream.cli.terminal.Console;
import org.emotionstream.cli.terminal.ExitCodes;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code up}: starts the chain and leaves it running. */
@Command(
        name = "up",
        description = "Start the chain and leave it running: a broker of its own, or one that already runs, and the "
                + "seven services. A service that ends is started again. Topics and state are kept by down and up.",
        footer = {"", ExitCodes.HELP})
public final class UpCommand implements Callable<Integer> {
    @Mixin
    private ChainOptions options;

    @Mixin
    private SmallestFaceOption smallestFace;

    @Option(
            names = "--debug",
            paramLabel = "SERVICE[:PORT]",
            description =
                    "Let the JVM of this service listen for a debugger on 127.0.0.1, for example --debug landmarker "
                            + "(default port: a free one, which is printed). The service does not wait for the debugger; "
                            + "while a breakpoint stops it, its group may give its partitions to another instance.")
    private Optional<String> debug = Optional.empty();

    @Override
    public Integer call() throws InterruptedException {
        Console console = Console.ofProcess();
        Checkout checkout = Checkout.current();
        int smallest = smallestFace.orElse(ChainSettings.USUAL_SMALLEST_FACE);
        Optional<Integer> port = options.port();
        Optional<Debugger> debugger = debug.map(Debugger::parse);
        RunFiles files = new RunFiles(checkout.run());
        Optional<RunLock> lock = RunLock.tryOf(checkout.run(), RunLock.UP);
        if (lock.isEmpty()) {
            return join(new StartingChain(checkout, files), console);
        }
        try (RunLock held = lock.get()) {
            Optional<RunningChain> before = files.running();
            if (before.isPresent()) {
                return join(new StartingChain(checkout, files), console);
            }
            ChainSettings settings =
                    new ChainSettings(options.bootstrap(), options.topics(), smallest, Optional.empty(), debugger);
            stopWhatIsLeft(files, console);
            debugger.ifPresent(Debugger::requireFree);
            print(
                    new SupervisorProcess(checkout, checkout.local().resolve("use.lock"), files, console)
                            .startAndAwaitReady(settings, port),
                    console);
            debugger.ifPresent(wanted -> console.row("%-18s %s at %s", "debugger", wanted.service(), wanted.address()));
            return ExitCodes.OK;
        }
    }

    /** Another up has started the chain, or is about to: what runs is ready when we return, and it is what is wanted. */
    private int join(StartingChain starting, Console console) throws InterruptedException {
        RunningChain running = starting.known();
        List<String> differences =
                new ArrayList<>(options.differences(smallestFace.given()).from(running));
        debug.ifPresent(
                wanted -> differences.add("--debug " + wanted + ", which applies only when up starts the service"));
        if (!differences.isEmpty()) {
            throw new CommandException(
                    ExitCodes.USAGE,
                    "a chain already runs with other options: " + String.join("; ", differences)
                            + ": ./emotionstream down stops it, and up starts another one");
        }
        if (!starting.isReady()) {
            console.say("another ./emotionstream up is starting this chain: waiting until it is ready");
        }
        RunningChain ready = starting.awaitReady();
        console.say("already running (./emotionstream down stops it):");
        print(ready, console);
        return ExitCodes.OK;
    }

    /** Services and broker of a supervisor that was killed stop within seconds; until then they hold their ports. */
    private static void stopWhatIsLeft(RunFiles files, Console console) throws InterruptedException {
        boolean left = files.last().stream()
                .flatMap(chain -> chain.processes().stream())
                .anyMatch(member -> member.process().isAlive());
        if (left) {
            DownCommand.stop(files, "stopping what is left of the chain whose supervisor has died", console);
        }
    }

    private static void print(RunningChain chain, Console console) {
        console.result("broker             " + chain.bootstrapServers());
        for (RunningChain.Member member : chain.processes()) {
            if (!member.name().equals("broker")) {
                console.row(
                        "%-18s http://127.0.0.1:%d/q/health  http://127.0.0.1:%2$d/q/metrics",
                        member.name(), member.port());
            }
        }
        console.result("topics             " + chain.topics().imagesRaw() + " to "
                + chain.topics().emotionsFinal());
        console.result("logs               " + chain.processes().get(0).log().getParent());
        console.say("next: ./emotionstream send FILE|DIR...   ./emotionstream watch   ./emotionstream status   "
                + "./emotionstream down");
    }
}
