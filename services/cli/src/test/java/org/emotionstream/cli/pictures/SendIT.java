package org.emotionstream.cli.pictures;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.emotionstream.cli.CommandRun;
import org.emotionstream.cli.Main;
import org.emotionstream.cli.terminal.ExitCodes;
import org.emotionstream.events.configuration.Topics;
import org.emotionstream.events.testing.TestBroker;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** {@code send} on a real broker: what it says is sent is there. */
class SendIT {
    private static final Pattern INTERRUPTED =
            Pattern.compile("interrupted: (\\d+) of 400 sent(?:; (\\d+) more .*)?", Pattern.MULTILINE);

    @RegisterExtension
    final TestBroker broker = TestBroker.shared();

    @TempDir
    Path folder;

    private Topics topics;

    @BeforeEach
    void prepare() throws IOException {
        topics = broker.prepare(2);
        for (String name : List.of("a.jpg", "b.jfif", "c.png")) {
            Files.writeString(folder.resolve(name), "bytes of " + name);
        }
    }

    @Test
    void printsIdAndFileOfEachPictureInTheOrderOfSending() {
        CommandRun run = send("--id-from", "name", folder.toString());

        assertThat(run.exitCode()).as(run.errors()).isEqualTo(ExitCodes.OK);
        assertThat(run.output())
                .containsExactly(
                        "a.jpg\t" + folder.resolve("a.jpg"),
                        "b.jfif\t" + folder.resolve("b.jfif"),
                        "c.png\t" + folder.resolve("c.png"));
        assertThat(keys(3)).containsExactlyInAnyOrder("a.jpg", "b.jfif", "c.png");
    }

    @Test
    void sendsTheRestWhenOneEntryCannotBeReadAndSaysSo() throws IOException {
        Files.createSymbolicLink(folder.resolve("dangling.jpg"), Path.of("nowhere"));
        Files.createFile(folder.resolve("empty.jpg"));
        Files.writeString(folder.resolve("photo.heic"), "");

        CommandRun run = send("--json", folder.toString());

        assertThat(run.exitCode()).isEqualTo(ExitCodes.INCOMPLETE);
        assertThat(run.output()).hasSize(3).allSatisfy(line -> {
            JsonNode json = new ObjectMapper().readTree(line);
            assertThat(json.get("imageId").asText()).isNotEmpty();
            assertThat(json.get("picture").asText()).startsWith(folder.toString());
        });
        assertThat(run.errors())
                .contains("left out: " + folder.resolve("dangling.jpg") + ": it is a link to something")
                .contains("not sent: " + folder.resolve("empty.jpg") + ": the file is empty")
                .contains("sent 3 pictures")
                .contains("1 .heic");
        assertThat(keys(3)).hasSize(3);
    }

    @Test
    void namesWhatTheBrokerDidNotTakeAndPrintsNoIdOfIt() throws IOException {
        limitImagesRaw(10_000);
        for (String name : List.of("a.jpg", "b.jfif", "c.png")) {
            Files.write(folder.resolve(name), new byte[20_000]);
        }

        CommandRun run = send("--json", folder.toString());

        assertThat(run.exitCode()).isEqualTo(ExitCodes.SERVICE);
        assertThat(run.output()).isEmpty();
        assertThat(run.errors())
                .contains("0 of 3 pictures delivered to " + topics.imagesRaw())
                .contains("not delivered: " + folder.resolve("a.jpg"));
        assertThat(broker.end(topics.imagesRaw())).isZero();
    }

    @Test
    void anInterruptedSendHasPrintedWhatTheBrokerHasAndSaysHowMany() throws Exception {
        // So long that the pipe is full after some pictures: then nothing goes on until somebody reads.
        Path deep = Files.createDirectories(folder.resolve("d".repeat(200)).resolve("e".repeat(200)));
        for (int i = 0; i < 400; i++) {
            Files.write(deep.resolve(i + "f".repeat(200) + ".jpg"), new byte[20_000]);
        }
        Process process = new ProcessBuilder(command("send", "--id-from", "name", deep.toString()))
                .redirectError(folder.resolve("errors").toFile())
                .start();
        List<String> printed = new ArrayList<>();
        try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
            printed.add(output.readLine());
            // Process.destroy would close the stream that is to be read.
            process.toHandle().destroy();
            output.lines().forEach(printed::add);
        }
        int exitCode = process.waitFor();

        String errors = Files.readString(folder.resolve("errors"));
        Matcher told = INTERRUPTED.matcher(errors);
        assertThat(told.find()).as(errors).isTrue();
        assertThat(exitCode).isEqualTo(143);
        assertThat(Integer.parseInt(told.group(1))).isEqualTo(printed.size()).isLessThan(400);
        int unknown = told.group(2) == null ? 0 : Integer.parseInt(told.group(2));
        int arrived = Math.toIntExact(broker.end(topics.imagesRaw()));
        assertThat(arrived).isBetween(printed.size(), printed.size() + unknown);
        assertThat(keys(arrived))
                .containsAll(printed.stream().map(line -> line.split("\t")[0]).toList());
    }

    @Test
    void outputThatCannotBeWrittenEndsTheCommandWithAReason() throws Exception {
        Path errors = folder.resolve("errors");
        int exitCode = new ProcessBuilder(command("send", folder.toString()))
                .redirectOutput(Path.of("/dev/full").toFile())
                .redirectError(errors.toFile())
                .start()
                .waitFor();

        assertThat(exitCode).isEqualTo(ExitCodes.MACHINE);
        assertThat(Files.readString(errors)).contains("standard output cannot be written");
    }

    private CommandRun send(String... words) {
        List<String> all = new ArrayList<>(List.of("send"));
        all.addAll(List.of(words));
        all.addAll(List.of("--bootstrap", broker.bootstrapServers(), "--topic-prefix", topics.prefix()));
        return CommandRun.of(all.toArray(String[]::new));
    }

    private List<String> command(String... words) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Demotionstream.root=" + System.getProperty("emotionstream.root"),
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        command.addAll(List.of(words));
        command.addAll(List.of("--bootstrap", broker.bootstrapServers(), "--topic-prefix", topics.prefix()));
        return command;
    }

    private List<String> keys(int count) {
        return broker.read(topics.imagesRaw(), count).stream()
                .map(record -> new String(record.key(), StandardCharsets.UTF_8))
                .toList();
    }

    private void limitImagesRaw(int bytes) {
        broker.alter(topics.imagesRaw(), "max.message.bytes", Integer.toString(bytes));
    }
}
