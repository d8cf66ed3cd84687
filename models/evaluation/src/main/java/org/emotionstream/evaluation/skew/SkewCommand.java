package org.emotionstream.evaluation.skew;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import org.emotionstream.contract.StoredRelease;
import org.emotionstream.evaluation.dataset.Dataset;
import org.emotionstream.evaluation.dataset.Selection;
import org.emotionstream.evaluation.measurement.MeasurementOptions;
import org.emotionstream.evaluation.page.PageTemplates;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * {@code skew}: whether faces keep their emotion in another guise, and what is answered where there is no
 * face. Exit codes: 0 measured, 2 wrong usage, or something that cannot be used.
 */
@Command(
        name = "skew",
        mixinStandardHelpOptions = true,
        description = {
            "Shows a release the same faces in different guises, by the code that serves: as crops and in camera"
                    + " frames, searched for small and for large faces, in colour and as grey copies, as PNG and as"
                    + " JPEG. Prints for each pair of guises how many faces keep their most probable class, and the"
                    + " mean change of probability (total variation).",
            "Then shows it pictures without faces, and prints what it takes for a face there and what it answers."
        })
public final class SkewCommand implements Callable<Integer> {
    private static final PageTemplates TEMPLATES = new PageTemplates(SkewCommand.class, UnaryOperator.identity());

    @Spec
    private CommandSpec spec;

    @Mixin
    private MeasurementOptions options;

    @Option(
            names = "--faces",
            paramLabel = "N",
            defaultValue = "" + SkewMeasurement.FACES,
            description = "How many faces are shown, drawn by a hash of their ids. Default: ${DEFAULT-VALUE}.")
    private int faces;

    @Option(
            names = "--photographs",
            paramLabel = "DIR",
            description = "Folder of photographs with faces, to search at different scales. Default: none.")
    private Optional<Path> photographs;

    @Option(
            names = "--face-free",
            paramLabel = "DIR",
            description = "Folder of photographs without any face. Default: none.")
    private Optional<Path> faceFree;

    @Override
    public Integer call() throws Exception {
        if (options.threads() < 1 || faces < 1) {
            throw new ParameterException(
                    spec.commandLine(),
                    "expected --threads and --faces of 1 or more, found " + options.threads() + " and " + faces);
        }
        return options.print(this::text);
    }

    private String text() {
        StoredRelease stored = options.release();
        try (Dataset opened = options.open()) {
            Skew skew = new ReleaseSkew(options.landmarkModel(), options.threads(), this::say)
                    .measure(
                            stored,
                            opened,
                            Selection.of(opened.pictures(), options.split()),
                            faces,
                            new ReleaseSkew.Folders(photographs, faceFree));
            return options.json()
                    ? SkewJson.object(skew).toPrettyString() + "\n"
                    : TEMPLATES.fill("skew.txt", Map.of("skew", skew));
        }
    }

    private void say(String line) {
        PrintWriter errors = spec.commandLine().getErr();
        errors.println(line);
        errors.flush();
    }
}
