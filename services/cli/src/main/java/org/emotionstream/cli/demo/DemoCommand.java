package org.emotionstream.cli.demo;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.emotionstream.cli.answers.AnswerReader;
import org.emotionstream.cli.chain.ChainFolders;
import org.emotionstream.cli.chain.ChainInOneProcess;
import org.emotionstream.cli.chain.ChainPorts;
import org.emotionstream.cli.chain.ChainProcesses;
import org.emotionstream.cli.chain.ChainSettings;
import org.emotionstream.cli.checkout.Checkout;
import org.emotionstream.cli.drawing.Album;
import org.emotionstream.cli.options.SmallestFaceOption;
import org.emotionstream.cli.pictures.DefaultPictures;
import org.emotionstream.cli.pictures.Deliveries;
import org.emotionstream.cli.pictures.ImageIds;
import org.emotionstream.cli.pictures.PictureFiles;
import org.emotionstream.cli.pictures.PictureSender;
import org.emotionstream.cli.records.ChainClients;
import org.emotionstream.cli.terminal.CommandException;
import org.emotionstream.cli.terminal.Console;
import org.emotionstream.cli.terminal.ExitCodes;
import org.emotionstream.events.configuration.Topics;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code demo}: starts the whole chain, sends pictures through it, prints each face, stops the chain. */
@Command(
        name = "demo",
        description = "Start the whole chain, send pictures through it, print each face when its answer arrives, and "
                + "stop the chain. Without pictures of your own it sends the twelve photographs of Debian's dlib "
                + "package.",
        footer = {"", ExitCodes.HELP, "A rejected picture is an answer: it is no reason for an exit code of 1."})
public final class DemoCommand implements Callable<Integer> {
    @Parameters(
            paramLabel = "FILE|DIR",
            arity = "0..*",
            description = "Pictures, and folders of pictures (.jpg, .jpeg, .jpe, .jfif, .png, .webp, .bmp).")
    private List<Path> paths = new ArrayList<>();

    @Option(names = "--json", description = "Print one JSON object an image, and nothing else on standard output.")
    private boolean json;

    @Option(
            names = "--pictures",
            paramLabel = "DIR",
            description =
                    "Write index.html into this folder, with a copy of each picture and boxes, points and charts drawn "
                            + "over it.")
    private Optional<Path> pictures = Optional.empty();

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            defaultValue = "300",
            description = "Give up when no answer has arrived for this long (default: ${DEFAULT-VALUE}).")
    private int timeoutSeconds;

    @Mixin
    private SmallestFaceOption smallestFace;

    @Override
    public Integer call() throws InterruptedException {
        Console console = Console.ofProcess();
        Checkout checkout = Checkout.current();
        CommandException.check(timeoutSeconds >= 1, "--timeout: expected 1 second or more, found " + timeoutSeconds);
        int smallest = smallestFace.orElse(SmallestFaceOption.LEAST);
        PictureFiles files = files(checkout, console);
        Optional<Album> album = pictures.map(Album::new);
        DemoFolder folder = DemoFolder.create(checkout);
        ChainSettings settings = new ChainSettings(Optional.empty(), new Topics(""), smallest);
        ChainFolders folders = folder.chain().make();
        ChainProcesses processes = new ChainProcesses(checkout, folders, ChainPorts.free(), settings);
        ChainInOneProcess chain = new ChainInOneProcess(processes, folders, settings, console::progress);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(chain, folder), "stop-chain"));
        console.progress("starting a broker and all services; looking for faces of " + smallest
                + " pixels and more (a service by itself: " + ChainSettings.USUAL_SMALLEST_FACE + ")");
        chain.start();
        console.progress("broker ready");
        DemoOutput output = new DemoOutput(console, json, album, smallest);
        boolean complete = run(processes.bootstrapServers(), settings.topics(), chain, files, output);
        if (complete) {
            chain.complete();
            folder.deleteAtEnd();
        } else {
            console.say("the logs of the services stay until the next demo: "
                    + folder.chain().logs());
        }
        return complete && files.problems().isEmpty() ? ExitCodes.OK : ExitCodes.INCOMPLETE;
    }

    private static void stop(ChainInOneProcess chain, DemoFolder folder) {
        chain.stop();
        folder.end();
    }

    private PictureFiles files(Checkout checkout, Console console) {
        if (paths.isEmpty()) {
            return PictureFiles.named(
                    new DefaultPictures(checkout.local().resolve("pictures"), console::progress).find());
        }
        PictureFiles files = PictureFiles.find(paths);
        files.problems().forEach(console::say);
        files.skippedInWords().ifPresent(console::progress);
        return files;
    }

    private boolean run(
            String bootstrapServers, Topics topics, ChainInOneProcess chain, PictureFiles files, DemoOutput output) {
        List<String> names = new ArrayList<>(List.of(topics.emotionsFinal(), topics.imagesRejected()));
        output.album().ifPresent(wanted -> names.add(topics.imagesLandmarks()));
        try (ChainClients clients = ChainClients.of(bootstrapServers, topics);
                AnswerReader reader = new AnswerReader(clients, names, AnswerReader.From.BEGINNING);
                PictureSender sender = new PictureSender(clients, ImageIds.FRESH, new Deliveries(delivered -> {}))) {
            return new DemoRun(reader, sender, output, chain).run(files.pictures(), Duration.ofSeconds(timeoutSeconds));
        }
    }
}
