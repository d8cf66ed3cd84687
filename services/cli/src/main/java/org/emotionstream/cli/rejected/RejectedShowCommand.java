package org.emotionstream.cli.rejected;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.emotionstream.cli.options.BrokerOptions;
import org.emotionstream.cli.records.ChainClients;
import org.emotionstream.cli.records.CommittedReader;
import org.emotionstream.cli.records.PlacesReader;
import org.emotionstream.cli.terminal.CommandException;
import org.emotionstream.cli.terminal.Console;
import org.emotionstream.cli.terminal.ExitCodes;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code rejected show}. */
@Command(
        name = "show",
        description = "Show what is known of the rejected pictures with an image id: cause, size, hash, place and "
                + "headers of each attempt, oldest first.",
        footer = {"", "Exit code 1 when nothing is kept under this id.", ExitCodes.HELP})
public final class RejectedShowCommand implements Callable<Integer> {
    private static final int HEADER_BYTES = 200;

    @Parameters(paramLabel = "ID", description = "The image id, as rejected list prints it.")
    private String imageId;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "Write what was sent into this new file, byte for byte: the newest where there are several.")
    private Optional<Path> out = Optional.empty();

    @Mixin
    private BrokerOptions broker;

    @Override
    public Integer call() {
        return broker.run(this::run);
    }

    private int run(ChainClients clients) {
        Console console = Console.ofProcess();
        List<RejectedRecord> records = new RejectedTopic(clients, console::progress)
                .read(Optional.empty(), record -> record.imageId().equals(imageId));
        if (records.isEmpty()) {
            throw new CommandException(
                    ExitCodes.INCOMPLETE,
                    "images.rejected keeps no picture with the image id " + imageId
                            + ": ./emotionstream rejected list shows the pictures that it keeps");
        }
        try (CommittedReader<byte[]> reader = clients.reader(console::progress)) {
            for (RejectedRecord record : records) {
                show(record, read(clients, reader, record), record == records.get(records.size() - 1), console);
            }
        }
        return ExitCodes.OK;
    }

    private static ConsumerRecord<byte[], byte[]> read(
            ChainClients clients, CommittedReader<byte[]> reader, RejectedRecord record) {
        List<ConsumerRecord<byte[], byte[]>> found = new ArrayList<>();
        PlacesReader.read(reader, clients.topics().imagesRejected(), List.of(record.place()), 1, found::add);
        if (found.isEmpty()) {
            throw new CommandException(
                    ExitCodes.INCOMPLETE,
                    "images.rejected has just dropped this record, because its retention has ended");
        }
        return found.get(0);
    }

    private void show(RejectedRecord rejected, ConsumerRecord<byte[], byte[]> record, boolean last, Console console) {
        RejectedText.lines(rejected).forEach(console::result);
        record.headers().forEach(header -> console.result("header     " + header.key() + ": " + text(header)));
        if (last && out.isPresent()) {
            if (!rejected.kept()) {
                throw new CommandException(
                        ExitCodes.INCOMPLETE, "its pixels were not kept: there is nothing to write to " + out.get());
            }
            write(out.get(), record.value() == null ? new byte[0] : record.value());
            console.say("wrote " + rejected.payload().bytes() + " bytes to " + out.get());
        }
    }

    /** UTF-8 where it is, on one line and not endless, else hexadecimal. */
    private static String text(Header header) {
        byte[] value = header.value() == null ? new byte[0] : header.value();
        String text = new String(value, StandardCharsets.UTF_8);
        boolean readable = text.codePoints().noneMatch(point -> Character.isISOControl(point) || point == 0xFFFD);
        String shown = readable ? text : HexFormat.of().formatHex(value);
        return shown.length() <= HEADER_BYTES ? shown : shown.substring(0, HEADER_BYTES) + "...";
    }

    private static void write(Path file, byte[] bytes) {
        try {
            Files.write(file, bytes, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        } catch (FileAlreadyExistsException e) {
            throw new CommandException(ExitCodes.USAGE, "--out: there is a file " + file + " already", e);
        } catch (IOException e) {
            throw new CommandException(ExitCodes.USAGE, "--out: cannot write " + file + ": " + e.getMessage(), e);
        }
    }
}
