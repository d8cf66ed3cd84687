package org.emotionstream.cli;

import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.emotionstream.cli.chain.ChainSettings;
import org.emotionstream.cli.chain.RunFiles;
import org.emotionstream.cli.chain.RunningChain;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code up}: starts the chain and leaves it running. */
@Command(
        name = "up",
        description = "Start the chain and leave it running: a broker of its own, or one that already runs, and the "
                + "seven services. A service that dies is started again. Topics and state survive down and up.",
        footer = {"", Main.EXIT_CODES})
final class UpCommand implements Callable<Integer> {
    @Mixin
    private ChainOptions options;

    @Mixin
    private SmallestFaceOption smallestFace;

    @Override
    public Integer call() throws InterruptedException {
        Console console = Console.ofProcess();
        Checkout checkout = Checkout.current();
        int smallest = smallestFace.orElse(ChainSettings.USUAL_SMALLEST_FACE);
        Optional<Integer> port = options.port();
        RunFiles files = new RunFiles(checkout.run());
        Optional<RunningChain> before = files.running();
        if (before.isPresent()) {
            checkPort(before.get(), port);
            console.say("already running (./emotionstream down stops it):");
            print(before.get(), console);
            return ExitCodes.OK;
        }
        ChainSettings settings = new ChainSettings(options.bootstrap(), options.topics(), smallest);
        stopWhatIsLeft(files, console);
        RunningChain chain = new SupervisorProcess(checkout, checkout.local().resolve("use.lock"), files, console)
                .startAndAwaitReady(settings, port);
        print(chain, console);
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

    private static void checkPort(RunningChain running, Optional<Integer> wanted) {
        if (wanted.isPresent() && !running.bootstrapServers().equals("127.0.0.1:" + wanted.get())) {
            throw new CommandException(
                    ExitCodes.INCOMPLETE,
                    "the chain already runs with its broker at " + running.bootstrapServers()
                            + ": ./emotionstream down, then ./emotionstream up --port " + wanted.get());
        }
    }

    private static void print(RunningChain chain, Console console) {
        console.result("broker             " + chain.bootstrapServers());
        for (RunningChain.Member member : chain.processes()) {
            if (!member.name().equals("broker")) {
                console.result(String.format(
                        Locale.ROOT,
                        "%-18s http://127.0.0.1:%d/q/health  http://127.0.0.1:%d/q/metrics",
                        member.name(),
                        member.port(),
                        member.port()));
            }
        }
        console.result("topics             " + chain.topics().imagesRaw() + " to "
                + chain.topics().emotionsFinal());
        console.result("logs               " + chain.processes().get(0).log().getParent());
        console.say("next: ./emotionstream send FILE|DIR...   ./emotionstream watch   ./emotionstream status   "
                + "./emotionstream down");
    }
}
