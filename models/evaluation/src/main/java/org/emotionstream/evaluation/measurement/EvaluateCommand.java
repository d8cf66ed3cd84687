package org.emotionstream.evaluation.measurement;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.emotionstream.contract.ReleaseException;
import org.emotionstream.contract.StoredRelease;
import org.emotionstream.contract.drift.DriftCounts;
import org.emotionstream.contract.drift.ReferenceFile;
import org.emotionstream.dlib.DlibException;
import org.emotionstream.evaluation.dataset.Dataset;
import org.emotionstream.evaluation.dataset.DatasetException;
import org.emotionstream.evaluation.dataset.Selection;
import org.emotionstream.evaluation.grouping.DatasetOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * {@code evaluate}: a split of a data set through the code that serves. Exit codes: 0 evaluated, 2 wrong
 * usage, or a data set, release or landmark model that cannot be used.
 */
@Command(
        name = "evaluate",
        mixinStandardHelpOptions = true,
        description = {
            "Runs labelled pictures through the code that serves, and prints what each model and the combined"
                    + " one are worth, with 95 %% intervals: accuracy over the faces found and over all pictures, macro-F1"
                    + " over the eight emotions, balanced accuracy, recall and precision of each class, confusion; the"
                    + " combined model against the best single one, and what is lost when one of the four is missing.",
            "With --compare, two releases side by side: over all pictures (nothing found counts as wrong), paired by"
                    + " picture, with the interval of each difference.",
            "Pictures without a label, and those of a group that also lies in the split train, are left out."
        })
public final class EvaluateCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private DatasetOptions options;

    @Mixin
    private ReleaseOptions releases;

    @Option(
            names = "--compare",
            paramLabel = "ID",
            description = "A second release: both side by side on the same pictures, paired.")
    private String compare;

    @Option(
            names = "--split",
            paramLabel = "NAME",
            defaultValue = "valid",
            description = "Split to evaluate on. Default: ${DEFAULT-VALUE}.")
    private String split;

    @Option(names = "--json", description = "Print one JSON object instead of tables.")
    private boolean json;

    @Option(
            names = "--reference",
            description = "Write what the release made of these faces into its folder, as " + ReferenceFile.NAME
                    + ": what its services are compared with for drift. Not with --compare.")
    private boolean reference;

    @Option(
            names = "--threads",
            paramLabel = "N",
            defaultValue = "2",
            description = "Worker threads; results do not depend on it. Default: ${DEFAULT-VALUE}.")
    private int threads;

    @Override
    public Integer call() throws IOException {
        if (threads < 1) {
            throw new ParameterException(spec.commandLine(), "--threads: expected 1 or more, found " + threads);
        }
        if (reference && compare != null) {
            throw new ParameterException(spec.commandLine(), "--reference is of one release: not with --compare");
        }
        PrintWriter errors = spec.commandLine().getErr();
        try {
            String text = text(errors);
            PrintWriter out = spec.commandLine().getOut();
            out.print(text);
            out.flush();
            return ExitCode.OK;
        } catch (DatasetException | ReleaseException | DlibException e) {
            errors.println("evaluate: " + e.getMessage());
            errors.flush();
            return ExitCode.USAGE;
        }
    }

    private String text(PrintWriter errors) throws IOException {
        StoredRelease first = releases.read();
        Optional<StoredRelease> second = Optional.ofNullable(compare).map(releases::read);
        try (Dataset opened = options.open((done, all) -> {})) {
            Selection selection = Selection.of(opened.pictures(), split);
            DriftCounts counts = new DriftCounts();
            EvaluationReport report = evaluate(first, opened, selection, counts, errors);
            if (reference) {
                ReferenceWriter.write(first, opened, split, counts);
            }
            if (second.isEmpty()) {
                return json ? EvaluationJson.write(report) + "\n" : EvaluationTable.write(report);
            }
            ReleaseComparison comparison =
                    ReleaseComparison.of(report, evaluate(second.get(), opened, selection, new DriftCounts(), errors));
            return json ? ComparisonJson.write(comparison) + "\n" : ComparisonTable.write(comparison);
        }
    }

    private EvaluationReport evaluate(
            StoredRelease stored, Dataset opened, Selection selection, DriftCounts counts, PrintWriter errors) {
        ProgressLine progress = new ProgressLine(errors, selection.pictures().size());
        return new ReleaseMeasurement(options.landmarkModel(), threads)
                .observing(counts)
                .report(stored, opened, selection, progress::done);
    }
}
