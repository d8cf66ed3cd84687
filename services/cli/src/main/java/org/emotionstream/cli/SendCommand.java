package org.emotionstream.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.emotionstream.cli.pictures.ImageIds;
import org.emotionstream.cli.pictures.PictureFiles;
import org.emotionstream.cli.pictures.PictureSender;
import org.emotionstream.cli.pictures.SentPicture;
import org.emotionstream.events.Limits;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code send}: puts pictures on {@code images.raw}. */
@Command(
        name = "send",
        description = "Send pictures to the running chain and print the image id of each: the bare bytes of the file, "
                + "with the headers image-id and source (the name of the file).",
        footer = {"", Main.EXIT_CODES})
final class SendCommand implements Callable<Integer> {
    private static final Duration BETWEEN_PROGRESS = Duration.ofSeconds(5);

    @Parameters(
            paramLabel = "FILE|DIR",
            arity = "1..*",
            description = "Pictures, and folders of pictures (jpg, jpeg, png, webp, bmp by their names).")
    private List<Path> paths;

    /** Where an image id comes from. */
    enum IdFrom {
        NAME,
        DIGEST
    }

    @Option(
            names = "--id-from",
            paramLabel = "name|digest",
            description = "Take the image id from the name of the file, or from the digest of its bytes (default: a "
                    + "fresh one each time). A picture with the same id and the same bytes is answered once.")
    private Optional<IdFrom> idFrom = Optional.empty();

    @Mixin
    private BrokerOptions broker;

    @Override
    public Integer call() {
        Console console = Console.ofProcess();
        PictureFiles files = PictureFiles.find(paths);
        BrokerOptions.Target target = broker.target(Checkout.current(), topics -> List.of(topics.imagesRaw()));
        ImageIds ids = idFrom.map(from -> ImageIds.valueOf(from.name().toUpperCase(Locale.ROOT)))
                .orElse(ImageIds.FRESH);
        String topic = target.topics().imagesRaw();
        int refused = 0;
        try (PictureSender sender = new PictureSender(target.bootstrapServers(), topic, ids)) {
            long lastProgress = System.nanoTime();
            for (int i = 0; i < files.pictures().size(); i++) {
                refused += send(sender, files.pictures().get(i), console) ? 0 : 1;
                if (System.nanoTime() - lastProgress > BETWEEN_PROGRESS.toNanos()) {
                    lastProgress = System.nanoTime();
                    console.progress(
                            "sent " + (i + 1) + " of " + files.pictures().size());
                }
            }
            sender.flush();
        }
        console.progress("sent " + (files.pictures().size() - refused) + " pictures to " + topic
                + (refused == 0 ? "" : ", refused " + refused)
                + (files.skipped() == 0
                        ? ""
                        : ", skipped " + files.skipped() + " files that are no picture by their name"));
        return refused == 0 ? ExitCodes.OK : ExitCodes.INCOMPLETE;
    }

    private static boolean send(PictureSender sender, Path file, Console console) {
        Optional<SentPicture> sent = sender.send(file);
        if (sent.isEmpty()) {
            console.say("not sent, more than " + Limits.PICTURE_BYTES + " bytes: " + file);
            return false;
        }
        console.result(sent.get().imageId() + "\t" + file);
        return true;
    }
}
