package org.emotionstream.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.emotionstream.contract.BoundingBox;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The main job: {@code demo}, and that nothing of it is left behind, however it ends. */
@Tag("alone")
class DemoIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int GONE_WITHIN_SECONDS = 15;

    @TempDir
    Path local;

    @Test
    void answersEveryPhotographAndFindsTheFacesThatDlibFinds() throws Exception {
        CommandLineInterface commandLine = new CommandLineInterface(local);

        CommandLineInterface.Result result = commandLine.run("demo", "--json", "--pictures", local + "/pictures");

        assertThat(result.exitCode()).as(result.errors()).isZero();
        assertThat(result.output()).hasSize(12);
        assertThat(result.errors()).contains("12 images: 12 final, 0 rejected, 0 missing");
        List<Face> ours = new ArrayList<>();
        for (String line : result.output()) {
            JsonNode image = JSON.readTree(line);
            image.get("faces")
                    .forEach(face -> ours.add(Face.of(image.get("picture").asText(), face.get("box"))));
        }
        List<Face> theirs = ReferenceBoxes.of(Photographs.all(), local);
        assertThat(theirs).hasSize(68);
        int matched = Face.matchOneToOne(ours, theirs);
        assertThat(matched).as("boxes of dlib that are ours too").isGreaterThanOrEqualTo(60);
        assertThat(ours.size() - matched).as("boxes of ours that match none").isLessThanOrEqualTo(5);
        assertThat(Files.readString(local.resolve("pictures/index.html"))).contains("bald_guys");
        assertGone(commandLine);
    }

    @Test
    void aCrashOfNativeCodeCostsNoOtherPicture() throws Exception {
        CommandLineInterface commandLine = new CommandLineInterface(local);
        Path output = local.resolve("output");
        Path errors = local.resolve("errors");
        Process demo = commandLine.start(output, errors, "demo", "--json");
        awaitTrue(() -> !lines(output).isEmpty(), 120, "the demo prints its first answer");

        crash(commandLine.process("ServicesMain"));

        assertThat(demo.waitFor(3, TimeUnit.MINUTES)).isTrue();
        assertThat(demo.exitValue()).as(Files.readString(errors)).isZero();
        assertThat(lines(output)).hasSize(12);
        assertThat(Files.readString(errors))
                .contains("services ended by itself", "started again", "12 images: 12 final, 0 rejected, 0 missing");
        assertGone(commandLine);
    }

    /** What the JVM does when native code reads where nothing is. */
    private static void crash(long pid) throws Exception {
        Process kill = new ProcessBuilder("kill", "-SEGV", Long.toString(pid)).start();
        assertThat(kill.waitFor()).isZero();
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void nothingIsAliveAfterTheLauncherWasKilled() throws Exception {
        endedBy(Process::destroyForcibly);
    }

    @Test
    void nothingIsAliveAfterTheLauncherWasTerminated() throws Exception {
        endedBy(Process::destroy);
    }

    @Test
    void aClosedPipeEndsIt() throws Exception {
        CommandLineInterface commandLine = new CommandLineInterface(local);
        List<String> words = commandLine.command("demo", "--json");
        Process pipeline = new ProcessBuilder(concat(List.of("sh", "-c", "\"$@\" | head -1", "sh"), words))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(new String(pipeline.getInputStream().readAllBytes(), StandardCharsets.UTF_8).lines())
                .hasSize(1);
        assertThat(pipeline.waitFor(2, TimeUnit.MINUTES)).isTrue();
        assertGone(commandLine);
    }

    private void endedBy(Consumer<Process> end) throws Exception {
        CommandLineInterface commandLine = new CommandLineInterface(local);
        Process demo = commandLine.start(local.resolve("output"), local.resolve("errors"), "demo");
        // The launcher, which has the broker in it, and the process of the services.
        awaitTrue(() -> commandLine.processes().size() >= 2, 120, "the demo starts its processes");
        end.accept(demo);
        assertGone(commandLine);
    }

    private static List<String> concat(List<String> first, List<String> second) {
        List<String> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }

    private static void assertGone(CommandLineInterface commandLine) throws InterruptedException {
        awaitTrue(() -> commandLine.processes().isEmpty(), GONE_WITHIN_SECONDS, "no process is alive");
    }

    private static void awaitTrue(BooleanSupplier condition, int seconds, String what) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as(what + " within " + seconds + " s").isLessThan(deadline);
            TimeUnit.MILLISECONDS.sleep(200);
        }
    }

    /** A face in a photograph. */
    record Face(String file, BoundingBox box) {
        static Face of(String picture, JsonNode box) {
            return new Face(
                    Path.of(picture).getFileName().toString(),
                    new BoundingBox(
                            box.get("left").asInt(),
                            box.get("top").asInt(),
                            box.get("width").asInt(),
                            box.get("height").asInt()));
        }

        /** How many of theirs have a partner of ours that overlaps by half or more, each of ours used once. */
        static int matchOneToOne(List<Face> ours, List<Face> theirs) {
            List<Face> free = new ArrayList<>(ours);
            int matched = 0;
            for (Face face : theirs) {
                var partner = free.stream()
                        .filter(other -> other.file().equals(face.file()))
                        .filter(other -> other.box().overlap(face.box()) >= 0.5)
                        .max(Comparator.comparingDouble(other -> other.box().overlap(face.box())));
                if (partner.isPresent()) {
                    free.remove(partner.get());
                    matched++;
                }
            }
            return matched;
        }
    }
}
