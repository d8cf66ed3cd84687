package org.emotionstream.evaluation.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import org.emotionstream.contract.Releases;
import org.emotionstream.contract.Sha256;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** A release that is whole, and one that is damaged in every way but one at a time. */
class ReleaseCommandTest {
    private static final Path COMMITTED = Path.of(System.getProperty("emotionstream.root"), "models", "releases");
    private static final String ID = new Releases(COMMITTED).defaultId();

    @TempDir
    Path releases;

    private final StringWriter out = new StringWriter();
    private final StringWriter errors = new StringWriter();

    @BeforeEach
    void aRelease() throws IOException {
        Path folder = Files.createDirectory(releases.resolve(ID));
        try (Stream<Path> files = Files.list(COMMITTED.resolve(ID))) {
            for (Path file : files.toList()) {
                Files.copy(file, folder.resolve(file.getFileName()));
            }
        }
        Files.writeString(releases.resolve("DEFAULT"), ID + "\n");
    }

    @Test
    void anIntactReleasePasses() {
        assertThat(run("verify", ID)).as(out.toString()).isZero();
        assertThat(out.toString())
                .contains("ok       sha256 of MODEL_CARD.md", "ok       sha256 of release.json")
                .contains("ok       feature layout: 2249 features, 33 components")
                .contains("ok       model-4: 1109409 parameters", "ok       model-1: inputs and outputs")
                .contains("ok       projection of recorded landmarks", "ok       answers of model-3")
                .contains("ok       head on model-2+model-4")
                .endsWith(" checks, 0 differ\n")
                .doesNotContain("DIFFERS");
        assertThat(out.toString().lines().filter(line -> line.contains("head on ")))
                .hasSize(15);
    }

    @Test
    void aFlippedByteIsFoundInWhateverFile() throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(releases.resolve(ID))) {
            files = all.toList();
        }
        assertThat(files).hasSizeGreaterThanOrEqualTo(9);
        for (Path file : files) {
            byte[] whole = Files.readAllBytes(file);
            for (int place : new int[] {0, whole.length / 3, whole.length / 2, whole.length - 1}) {
                byte[] flipped = whole.clone();
                flipped[place] ^= 1;
                Files.write(file, flipped);
                out.getBuffer().setLength(0);
                assertThat(run("verify", ID)).as("%s, byte %d", file, place).isEqualTo(1);
                assertThat(out.toString())
                        .contains("DIFFERS  ")
                        .contains(file.getFileName().toString());
            }
            Files.write(file, whole);
        }
    }

    @Test
    void aSwappedNetworkIsFoundThoughHashesAreRewritten() throws IOException {
        Path folder = releases.resolve(ID);
        Path other = aReleaseWithOtherWeights(folder);
        String recorded = Files.readString(folder.resolve("release.json"));
        String forged = recorded.replace(Sha256.hex(folder.resolve("model-2.onnx")), Sha256.hex(other));
        Files.move(other, folder.resolve("model-2.onnx"), StandardCopyOption.REPLACE_EXISTING);
        // Whoever swaps the network and rewrites every hash, that of the description too, changes no answer.
        Files.writeString(folder.resolve("release.json"), forged);
        rewriteDescriptionHash(folder);

        assertThat(run("verify", ID)).isEqualTo(1);
        assertThat(out.toString())
                .contains(
                        "ok       sha256 of model-2.onnx",
                        "ok       sha256 of release.json",
                        "ok       answers of model-1")
                .containsPattern(
                        "DIFFERS  answers of model-2: input 0, number 0: expected [0-9.E-]+, found [0-9.E-]+ \\(")
                .contains("DIFFERS  head on model-1+model-2:", "ok       head on model-1+model-3");
    }

    @Test
    void whatIsMissingOrTooMuchIsNamed() throws IOException {
        Path folder = releases.resolve(ID);
        Files.writeString(folder.resolve("notes.txt"), "mine");
        differs("DIFFERS  files that release.json does not list: expected none, found [notes.txt]");
        Files.delete(folder.resolve("notes.txt"));
        Files.delete(folder.resolve("model-3.onnx"));
        differs("DIFFERS  sha256 of model-3.onnx: cannot read it");
        Files.delete(folder.resolve("release.json"));
        differs("DIFFERS  release.json: cannot read it");
    }

    @Test
    void aReleaseWithoutARecordingIsNotVerifiedUntilItIsRecorded() throws IOException {
        Path folder = releases.resolve(ID);
        String whole = Files.readString(folder.resolve("release.json"));
        new DescriptionFile(folder).forgetRecording();
        Files.delete(folder.resolve("verification.json"));
        differs("DIFFERS  sha256 of release.json: there is no verification.json to compare with");
        assertThat(run("record", ID)).isZero();
        assertThat(run("verify", ID)).isZero();
        assertThat(Files.readString(folder.resolve("release.json")))
                .hasSameSizeAs(whole)
                .contains("verification.json");
    }

    @Test
    void whatCannotBeRecordedIsLeftAsItIs() throws IOException {
        Path description = releases.resolve(ID).resolve("release.json");
        Files.writeString(releases.resolve(ID).resolve("model-3.onnx"), "no network");
        String before = Files.readString(description);
        assertThat(run("record", ID)).isEqualTo(1);
        assertThat(errors.toString()).startsWith("release record: ").contains("model-3.onnx is not the file that");
        assertThat(description).hasContent(before);
        Files.writeString(description, "[]");
        assertThat(run("record", ID)).isEqualTo(1);
        assertThat(errors.toString()).contains("expected the hash of each file in the field files");
    }

    @Test
    void listsWhatThereIs() throws IOException {
        Files.createDirectory(releases.resolve("no-release"));
        Path other = Files.createDirectory(releases.resolve("another"));
        Files.writeString(other.resolve("release.json"), "{}");
        assertThat(run("list")).isZero();
        assertThat(out.toString()).isEqualTo(ID + " (default)\nanother\n");
    }

    @Test
    void wrongUsageEndsWithCode2() {
        refused("there is no release other in " + releases.toAbsolutePath(), "verify", "other");
        refused("there is no release .. in ", "verify", "..");
        refused("Missing required parameter: 'ID'", "verify");
        refused("expected a command: list, verify or record");
        assertThat(command().execute("verify", "a", "--releases", "nowhere")).isEqualTo(2);
    }

    private void differs(String line) {
        out.getBuffer().setLength(0);
        assertThat(run("verify", ID)).isEqualTo(1);
        assertThat(out.toString()).contains(line);
    }

    private void refused(String message, String... arguments) {
        errors.getBuffer().setLength(0);
        assertThat(run(arguments)).isEqualTo(2);
        assertThat(errors.toString()).contains(message);
    }

    private int run(String... arguments) {
        return command()
                .execute(Stream.concat(Stream.of("--releases", releases.toString()), Stream.of(arguments))
                        .toArray(String[]::new));
    }

    private CommandLine command() {
        return new CommandLine(new ReleaseCommand())
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(errors, true));
    }

    /** The same network, one of its numbers other. */
    private static Path aReleaseWithOtherWeights(Path folder) throws IOException {
        var model =
                ai.onnx.proto.OnnxMl.ModelProto.parseFrom(Files.readAllBytes(folder.resolve("model-2.onnx")))
                        .toBuilder();
        var biases = model.getGraphBuilder().getInitializerBuilderList().stream()
                .filter(tensor -> tensor.getName().equals("classes.biases"))
                .findFirst()
                .orElseThrow();
        byte[] numbers = biases.getRawData().toByteArray();
        // The sign of the first: little-endian.
        numbers[3] ^= (byte) 0x80;
        biases.setRawData(com.google.protobuf.ByteString.copyFrom(numbers));
        return Files.write(folder.resolve("other.onnx"), model.build().toByteArray());
    }

    private static void rewriteDescriptionHash(Path folder) throws IOException {
        Recording recording = Recording.read(folder);
        DescriptionFile description = new DescriptionFile(folder);
        description.listRecording();
        new Recording(1, description.hash(), recording.seed(), recording.inputs(), recording.outputs()).write(folder);
        description.fillIn(Sha256.hex(folder.resolve(Recording.FILE)));
    }
}
