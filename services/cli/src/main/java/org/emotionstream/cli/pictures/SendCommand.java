package org.emotionstream.cli.pictures;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.emotionstream.cli.options.BrokerOptions;
import org.emotionstream.cli.records.ChainClients;
import org.emotionstream.cli.terminal.Console;
import org.emotionstream.cli.terminal.ExitCodes;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code send}: puts pictures on {@code images.raw}. */
@Command(
        name = "send",
        description = "Send pictures to the running chain, and print the image id and the file of each picture that "
                + "the broker has stored. A record holds the bytes of the file and the headers image-id and source "
                + "(the name of the file).",
        footer = {"", ExitCodes.HELP})
public final class SendCommand implements Callable<Integer> {
    @Parameters(
            paramLabel = "FILE|DIR",
            arity = "1..*",
            description = "Pictures, and folders of pictures (.jpg, .jpeg, .jpe, .jfif, .png, .webp, .bmp).")
    private List<Path> paths;

    /** Where an image id comes from. */
    enum IdFrom {
        NAME,
        DIGEST
    }

    @Option(
            names = "--id-from",
            paramLabel = "name|digest",
            description =
                    "Take the image id from the name of the file (in a folder: from its path below the folder that "
                            + "is named), or from the digest of its bytes (default: a fresh one each time). A picture with the "
                            + "same id and the same bytes is answered once.")
    private Optional<IdFrom> idFrom = Optional.empty();

    @Option(names = "--json", description = "Print one JSON object a picture.")
    private boolean json;

    @Mixin
    private BrokerOptions broker;

    @Override
    public Integer call() {
        Console console = Console.ofProcess();
        PictureFiles files = PictureFiles.find(paths);
        try (ChainClients clients = broker.clients(topics -> List.of(topics.imagesRaw()))) {
            return send(files, clients, console);
        }
    }

    private int send(PictureFiles files, ChainClients clients, Console console) {
        files.problems().forEach(console::say);
        String topic = clients.topics().imagesRaw();
        SendRun run = new SendRun(
                console,
                topic,
                files.pictures(),
                deliveries -> new PictureSender(clients, ids(), deliveries),
                picture -> print(picture, console));
        int notSent = run.run();
        int leftOut = files.problems().size();
        console.progress("sent " + run.delivered() + " pictures to " + topic
                + (notSent == 0 ? "" : ", not sent " + notSent)
                + (leftOut == 0 ? "" : ", left out " + leftOut + " that cannot be read")
                + files.skippedInWords().map(words -> ", " + words).orElse(""));
        return notSent + leftOut == 0 ? ExitCodes.OK : ExitCodes.INCOMPLETE;
    }

    private ImageIds ids() {
        return idFrom.map(from -> ImageIds.valueOf(from.name())).orElse(ImageIds.FRESH);
    }

    private void print(SentPicture picture, Console console) {
        String file = FileName.shown(picture.file());
        if (json) {
            console.result(JsonNodeFactory.instance
                    .objectNode()
                    .put("imageId", picture.imageId())
                    .put("picture", file)
                    .toString());
        } else {
            console.columns(picture.imageId(), file);
        }
    }
}
