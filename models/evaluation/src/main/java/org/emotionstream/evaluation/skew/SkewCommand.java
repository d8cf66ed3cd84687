package org.emotionstream.evaluation.skew;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.emotionstream.contract.ReleaseException;
import org.emotionstream.contract.StoredRelease;
import org.emotionstream.dlib.DlibException;
import org.emotionstream.evaluation.dataset.Dataset;
import org.emotionstream.evaluation.dataset.DatasetException;
import org.emotionstream.evaluation.dataset.Selection;
import org.emotionstream.evaluation.grouping.DatasetOptions;
import org.emotionstream.evaluation.measurement.ReleaseOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
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
    @Spec
    private CommandSpec spec;

    @Mixin
    private DatasetOptions options;

    @Mixin
    private ReleaseOptions releases;

    @Option(
            names = "--split",
            paramLabel = "NAME",
            defaultValue = "valid",
            description = "Split whose faces are shown. Default: ${DEFAULT-VALUE}.")
    private String split;

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

    @Option(names = "--json", description = "Print one JSON object instead of tables.")
    private boolean json;

    @Option(
            names = "--threads",
            paramLabel = "N",
            defaultValue = "2",
            description = "Worker threads; results do not depend on it. Default: ${DEFAULT-VALUE}.")
    private int threads;

    @Override
    public Integer call() throws InterruptedException {
        if (threads < 1 || faces < 1) {
            throw new ParameterException(
                    spec.commandLine(),
                    "expected --threads and --faces of 1 or more, found " + threads + " and " + faces);
        }
        PrintWriter errors = spec.commandLine().getErr();
        try {
            Skew skew = measure(errors);
            PrintWriter out = spec.commandLine().getOut();
            out.print(json ? SkewJson.object(skew).toPrettyString() + "\n" : SkewTable.write(skew));
            out.flush();
            return ExitCode.OK;
        } catch (DatasetException | ReleaseException | DlibException e) {
            errors.println("skew: " + e.getMessage());
            errors.flush();
            return ExitCode.USAGE;
        }
    }

    private Skew measure(PrintWriter errors) throws InterruptedException {
        StoredRelease stored = releases.read();
        try (Dataset opened = options.open((done, all) -> {})) {
            return new ReleaseSkew(options.landmarkModel(), threads, line -> say(errors, line))
                    .measure(
                            stored,
                            opened,
                            Selection.of(opened.pictures(), split),
                            faces,
                            new ReleaseSkew.Folders(photographs, faceFree));
        }
    }

    private static void say(PrintWriter errors, String line) {
        errors.println(line);
        errors.flush();
    }
}
