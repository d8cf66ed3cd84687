package org.emotionstream.evaluation.skew;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import javax.imageio.ImageIO;
import org.emotionstream.evaluation.dataset.TinyDataset;
import org.emotionstream.evaluation.measurement.TinyRelease;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The whole way from folders to figures, with a release that sees faces in noise. */
class SkewCommandTest {
    private static final String NOBODY = ",,,,,,,,,";

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter errors = new StringWriter();

    @BeforeEach
    void aReleaseAndAFewPictures() throws Exception {
        TinyRelease.write(folder.resolve("releases"), "tiny");
        TinyDataset tiny = new TinyDataset(Files.createDirectories(folder.resolve("data")));
        for (int i = 0; i < 4; i++) {
            tiny.add("v" + i, "valid", NOBODY, "2,sad", "g" + i, noise(i, 48));
        }
        tiny.add("n", "valid", NOBODY, "8,noface", "gn", noise(9, 48)).write();
        Files.write(Files.createDirectories(folder.resolve("sky")).resolve("a.png"), noise(10, 160));
    }

    @Test
    void printsTheSameFiguresEachTime() throws Exception {
        assertThat(run(
                        "--json",
                        "--faces",
                        "2",
                        "--face-free",
                        folder.resolve("sky").toString()))
                .as(errors.toString())
                .isZero();
        String first = out.toString();
        JsonNode json = new ObjectMapper().readTree(first);
        assertThat(json.at("/release").asText()).isEqualTo("tiny");
        assertThat(json.at("/comparisons")).hasSizeGreaterThan(20);
        assertThat(json.at("/comparisons/0/faces").asInt()).isEqualTo(2);
        assertThat(colour(json).get("kept").asDouble()).isEqualTo(1);
        assertThat(colour(json).get("meanChange").asDouble()).isZero();
        assertThat(json.at("/faceFree/0/name").asText()).isEqualTo("drawings");
        assertThat(json.at("/faceFree/0/pictures").asInt()).isEqualTo(1);
        assertThat(json.at("/faceFree/5/name").asText()).isEqualTo("photographs");
        out.getBuffer().setLength(0);
        run(
                "--json",
                "--threads",
                "1",
                "--faces",
                "2",
                "--face-free",
                folder.resolve("sky").toString());
        assertThat(out.toString()).isEqualTo(first);
    }

    private static JsonNode colour(JsonNode json) {
        for (JsonNode each : json.get("comparisons")) {
            if (each.get("guises").asText().startsWith("crop in colour")) {
                return each;
            }
        }
        throw new AssertionError("no comparison of colour in " + json);
    }

    @Test
    void printsTables() {
        assertThat(run("--faces", "1")).isZero();
        assertThat(out.toString())
                .startsWith("Release tiny, faces and drawings of split valid\n")
                .contains("crop | frame, face of 100", "smallest face 40 | 160", "Pictures without faces", "drawings");
    }

    @Test
    void whatCannotBeUsedIsSaidAndEndsWithCode2() {
        refused("there is no release other in ", "--release", "other");
        refused(
                "expected a folder of pictures",
                "--face-free",
                folder.resolve("nowhere").toString());
        refused("expected pictures", "--photographs", folder.resolve("releases").toString());
        refused("1 or more, found 2 and 0", "--faces", "0");
    }

    private void refused(String message, String... arguments) {
        errors.getBuffer().setLength(0);
        assertThat(run(arguments)).isEqualTo(2);
        assertThat(errors.toString()).contains(message);
    }

    private int run(String... arguments) {
        List<String> all = new ArrayList<>(List.of(
                "--releases",
                folder.resolve("releases").toString(),
                "--dataset",
                folder.resolve("data").toString(),
                "--work",
                folder.resolve("work").toString()));
        all.addAll(List.of(arguments));
        return new CommandLine(new SkewCommand())
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(errors, true))
                .execute(all.toArray(String[]::new));
    }

    private static byte[] noise(long seed, int side) throws Exception {
        Random random = new Random(seed);
        BufferedImage picture = new BufferedImage(side, side, BufferedImage.TYPE_BYTE_GRAY);
        for (int i = 0; i < side * side; i++) {
            picture.getRaster().setSample(i % side, i / side, 0, random.nextInt(256));
        }
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(picture, "png", png);
        return png.toByteArray();
    }
}
