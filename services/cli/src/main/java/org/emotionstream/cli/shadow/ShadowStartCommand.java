package org.emotionstream.cli.shadow;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.emotionstream.cli.chain.ChainSettings;
import org.emotionstream.cli.chain.ChainSettings.ShadowOf;
import org.emotionstream.cli.chain.RunFiles;
import org.emotionstream.cli.chain.RunningChain;
import org.emotionstream.cli.checkout.Checkout;
import org.emotionstream.cli.local.SupervisorProcess;
import org.emotionstream.cli.options.ClientConfigOption;
import org.emotionstream.cli.options.SmallestFaceOption;
import org.emotionstream.cli.terminal.CommandException;
import org.emotionstream.cli.terminal.Console;
import org.emotionstream.cli.terminal.ExitCodes;
import org.emotionstream.events.configuration.Topics;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code shadow start}: the seven services once more, with another release. */
@Command(
        name = "start",
        description = "Start seven more services beside the running chain. They read the same pictures from now on, "
                + "use this release, and write to topics of their own (prefix shadow.).",
        footer = {"", ExitCodes.HELP})
public final class ShadowStartCommand implements Callable<Integer> {
    @Mixin
    private ClientConfigOption clientConfig;

    @Option(names = "--release", paramLabel = "ID", required = true, description = "The release to try.")
    private String release;

    @Mixin
    private SmallestFaceOption smallestFace;

    @Override
    public Integer call() throws InterruptedException {
        Console console = Console.ofProcess();
        // As up was started with, or the two look for different faces.
        int smallest = smallestFace.orElse(ChainSettings.USUAL_SMALLEST_FACE);
        Checkout checkout = Checkout.current();
        RunningChain serving = new RunFiles(checkout.run()).requireRunning();
        RunFiles files = new RunFiles(checkout.shadow().run());
        if (files.running().isPresent()) {
            throw new CommandException(
                    ExitCodes.INCOMPLETE, "a shadow is running already: ./emotionstream shadow stop ends it");
        }
        Topics topics = new Topics(serving.topicPrefix() + ShadowCommand.PREFIX);
        ShadowOf shadow = new ShadowOf(release, serving.topics().imagesRaw());
        RunningChain chain = new SupervisorProcess(
                        checkout.shadow(), checkout.local().resolve("use.lock"), files, console)
                .startAndAwaitReady(
                        new ChainSettings(
                                Optional.of(serving.bootstrapServers()),
                                topics,
                                smallest,
                                Optional.of(shadow),
                                Optional.empty()),
                        Optional.empty());
        console.result("shadow of release " + release);
        console.result("topics             " + shadow.inputTopic() + " to "
                + chain.topics().emotionsFinal());
        console.result("logs               " + chain.processes().get(0).log().getParent());
        console.say("next: ./emotionstream shadow report   ./emotionstream shadow stop");
        return ExitCodes.OK;
    }
}
