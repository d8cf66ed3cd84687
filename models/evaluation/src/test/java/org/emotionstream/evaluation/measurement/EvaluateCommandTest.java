package org.emotionstream.evaluation.measurement;

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
import org.emotionstream.contract.Releases;
import org.emotionstream.contract.StoredRelease;
import org.emotionstream.contract.drift.DriftMeasure;
import org.emotionstream.contract.drift.DriftReference;
import org.emotionstream.contract.drift.ReferenceFile;
import org.emotionstream.evaluation.dataset.TinyDataset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The whole way from a folder of pictures to scores, with a release that sees faces in noise. */
class EvaluateCommandTest {
    private static final String NOBODY = ",,,,,,,,,";

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter errors = new StringWriter();

    @BeforeEach
    void aReleaseAndAFewPictures() throws Exception {
        TinyRelease.write(folder.resolve("releases"), "tiny");
        TinyDataset tiny = new TinyDataset(Files.createDirectories(folder.resolve("data")))
                .add("t1", "train", NOBODY, "1,happy", "shared", noise(100))
                .add("v1", "valid", NOBODY, "1,happy", "shared", noise(100))
                .add("v2", "valid", NOBODY, "-2,tie", "g2", noise(2))
                .add("v3", "valid", NOBODY, "4,fear", "g3", TinyDataset.picture("no picture at all"))
                .add("v4", "valid", NOBODY, "0,neutral", "g4", even());
        for (int i = 5; i < 15; i++) {
            tiny.add("v" + i, "valid", NOBODY, "2,sad", "g" + i, noise(i));
        }
        tiny.write();
    }

    @Test
    void printsWhatServingWouldAnswer() throws Exception {
        assertThat(run("--json")).as(errors.toString()).isZero();
        JsonNode json = new ObjectMapper().readTree(out.toString());
        assertThat(json.at("/release").asText()).isEqualTo("tiny");
        assertThat(json.at("/pictures").asInt()).isEqualTo(12);
        assertThat(json.at("/leftOut/group also in train").asInt()).isEqualTo(1);
        assertThat(json.at("/leftOut/no label: tie").asInt()).isEqualTo(1);
        assertThat(json.at("/unanswered/rejected: not-a-picture").asInt()).isEqualTo(1);
        assertThat(json.at("/unanswered/no face detected").asInt()).isPositive();
        assertThat(json.at("/found").asInt()).isPositive();
        assertThat(json.at("/combined/perClass/sad/n").asInt())
                .isEqualTo(json.at("/found").asInt());
        assertThat(errors.toString()).contains("12 of 12 pictures");
    }

    @Test
    void writesAReferenceThatHoldsEveryFaceItAnswered() throws Exception {
        StoredRelease release = new Releases(folder.resolve("releases")).read("tiny");
        assertThat(run("--json")).isZero();
        assertThat(ReferenceFile.read(release)).isEmpty();
        int found = new ObjectMapper().readTree(out.toString()).at("/found").asInt();

        assertThat(run("--reference", "--threads", "3")).as(errors.toString()).isZero();

        DriftReference reference = ReferenceFile.read(release).orElseThrow();
        assertThat(reference.data()).contains("split valid");
        for (DriftMeasure measure : List.of(DriftMeasure.CONFIDENCE, DriftMeasure.DISAGREEMENT)) {
            assertThat(reference.counts().get(measure.label()).values().stream()
                            .mapToLong(count -> count)
                            .sum())
                    .as(measure.label())
                    .isEqualTo(found);
        }
        assertThat(reference.counts()).containsKeys("emotion", "brightness", "face_side");
        assertThat(run("--reference", "--compare", "tiny")).isEqualTo(2);
    }

    @Test
    void theNumberOfThreadsChangesNothing() {
        run("--json", "--threads", "1");
        String alone = out.toString();
        out.getBuffer().setLength(0);
        run("--json", "--threads", "4");
        assertThat(out.toString()).isEqualTo(alone).contains("\"model-4\"");
    }

    @Test
    void printsTablesOfAnotherSplitAndOfANamedRelease() {
        assertThat(run("--split", "train", "--release", "tiny")).isZero();
        assertThat(out.toString())
                .startsWith("Release tiny on 1 labelled pictures of split train\nLeft out: none\n")
                .contains("Confusion of model-1", "Confusion of combined")
                .contains("combined less the best single model", "Accuracy lost when one model is missing");
    }

    @Test
    void aReleaseComparedWithItselfDoesNotDiffer() throws Exception {
        assertThat(run("--release", "tiny", "--compare", "tiny", "--json"))
                .as(errors.toString())
                .isZero();
        JsonNode json = new ObjectMapper().readTree(out.toString());
        assertThat(json.at("/first")).isEqualTo(json.at("/second"));
        assertThat(json.at("/paired/combined/differences/accuracyAll/difference")
                        .asDouble(1))
                .isZero();
        assertThat(json.at("/paired/combined/agreement/pictures").asInt()).isEqualTo(12);
        assertThat(json.at("/paired/combined/agreement/differ").asInt(1)).isZero();
        assertThat(json.at("/first/threeOfFour").size()).isEqualTo(4);
    }

    @Test
    void whatCannotBeUsedIsSaidAndEndsWithCode2() {
        refused("the data set has no split test; it has [train, valid]", "--split", "test");
        refused("there is no release other in ", "--release", "other");
        refused("there is no release another in ", "--compare", "another");
        refused(folder + " is no data set that is known here", "--dataset", folder.toString());
        refused("--threads: expected 1 or more, found 0", "--threads", "0");
        refused("nowhere.dat", "--landmark-model", folder.resolve("nowhere.dat").toString());
        refused("Unknown option: '--jsom'", "--jsom");
    }

    @Test
    void withoutADatasetItSaysWhatIsMissing() {
        assertThat(command().execute()).isEqualTo(2);
        assertThat(errors.toString()).contains("Missing required option: '--dataset=DIR'");
    }

    private void refused(String message, String... arguments) {
        errors.getBuffer().setLength(0);
        assertThat(run(arguments)).isEqualTo(2);
        assertThat(errors.toString()).contains(message);
        assertThat(out.toString()).isEmpty();
    }

    private int run(String... arguments) {
        List<String> all =
                new ArrayList<>(List.of("--releases", folder.resolve("releases").toString()));
        all.addAll(List.of(arguments));
        all.addAll(List.of("--work", folder.resolve("work").toString()));
        if (!all.contains("--dataset")) {
            all.addAll(List.of("--dataset", folder.resolve("data").toString()));
        }
        return command().execute(all.toArray(String[]::new));
    }

    private CommandLine command() {
        return new CommandLine(new EvaluateCommand())
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(errors, true));
    }

    private static byte[] noise(long seed) throws Exception {
        Random random = new Random(seed);
        BufferedImage picture = new BufferedImage(48, 48, BufferedImage.TYPE_BYTE_GRAY);
        for (int i = 0; i < 48 * 48; i++) {
            picture.getRaster().setSample(i % 48, i / 48, 0, random.nextInt(256));
        }
        return png(picture);
    }

    private static byte[] even() throws Exception {
        return png(new BufferedImage(48, 48, BufferedImage.TYPE_BYTE_GRAY));
    }

    private static byte[] png(BufferedImage picture) throws Exception {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(picture, "png", png);
        return png.toByteArray();
    }
}
