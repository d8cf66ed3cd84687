package org.emotionstream.evaluation.measurement;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.emotionstream.contract.StoredRelease;
import org.emotionstream.contract.drift.DriftCounts;
import org.emotionstream.contract.drift.ReferenceFile;
import org.emotionstream.evaluation.dataset.Dataset;
import org.emotionstream.evaluation.dataset.Selection;
import org.emotionstream.evaluation.threads.StepProgress;
import picocli.CommandLine.Command;
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
    private MeasurementOptions options;

    @Option(
            names = "--compare",
            paramLabel = "ID",
            description = "A second release: both side by side on the same pictures, paired.")
    private String compare;

    @Option(
            names = "--reference",
            description = "Write what the release made of these faces into its folder, as " + ReferenceFile.NAME
                    + ": what its services are compared with for drift. Not with --compare.")
    private boolean reference;

    @Override
    public Integer call() throws Exception {
        if (reference && compare != null) {
            throw new ParameterException(spec.commandLine(), "--reference is of one release: not with --compare");
        }
        return options.print(this::text);
    }

    private String text() throws IOException {
        StoredRelease first = options.release();
        Optional<StoredRelease> second = Optional.ofNullable(compare).map(options::release);
        try (Dataset opened = options.open()) {
            Selection selection = Selection.of(opened.pictures(), options.split());
            DriftCounts counts = new DriftCounts();
            EvaluationReport report = evaluate(first, opened, selection, counts);
            if (reference) {
                ReferenceWriter.write(first, opened, options.split(), counts);
            }
            if (second.isEmpty()) {
                return options.json() ? EvaluationJson.write(report) + "\n" : EvaluationTable.write(report);
            }
            ReleaseComparison comparison =
                    ReleaseComparison.of(report, evaluate(second.get(), opened, selection, new DriftCounts()));
            return options.json() ? EvaluationJson.write(comparison) + "\n" : EvaluationTable.write(comparison);
        }
    }

    private EvaluationReport evaluate(StoredRelease stored, Dataset opened, Selection selection, DriftCounts counts) {
        long started = System.nanoTime();
        int all = selection.pictures().size();
        PrintWriter errors = spec.commandLine().getErr();
        StepProgress progress = new StepProgress(all, done -> {
            double seconds = (System.nanoTime() - started) / 1e9;
            errors.printf(Locale.ROOT, "%d of %d pictures, %.0f s%n", done, all, seconds);
            errors.flush();
        });
        return new ReleaseMeasurement(options.landmarkModel(), options.threads())
                .observing(counts)
                .report(stored, opened, selection, done -> progress.done());
    }
}
