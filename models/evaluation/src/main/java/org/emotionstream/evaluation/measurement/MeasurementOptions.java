package org.emotionstream.evaluation.measurement;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.emotionstream.contract.ReleaseException;
import org.emotionstream.contract.Releases;
import org.emotionstream.contract.StoredRelease;
import org.emotionstream.dlib.DlibException;
import org.emotionstream.evaluation.dataset.Dataset;
import org.emotionstream.evaluation.dataset.DatasetException;
import org.emotionstream.evaluation.grouping.DatasetOptions;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What every command is told that measures a release on a data set, and how it prints what it measured. */
public final class MeasurementOptions {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    @Mixin
    private DatasetOptions dataset;

    @Option(names = "--release", paramLabel = "ID", description = "Release to measure. Default: the one that serves.")
    private String release;

    @Option(names = "--releases", paramLabel = "DIR", defaultValue = "models/releases", hidden = true)
    private Path releases;

    @Option(
            names = "--split",
            paramLabel = "NAME",
            defaultValue = "valid",
            description = "Split of the data set to measure on. Default: ${DEFAULT-VALUE}.")
    private String split;

    @Option(names = "--json", description = "Print one JSON object instead of tables.")
    private boolean json;

    @Option(
            names = "--threads",
            paramLabel = "N",
            defaultValue = "2",
            description = "Worker threads; results do not depend on it. Default: ${DEFAULT-VALUE}.")
    private int threads;

    /**
     * The release that was named, or the one that serves.
     *
     * @throws ReleaseException when there is none, or it is not whole
     */
    public StoredRelease release() {
        return release(release == null ? new Releases(releases).defaultId() : release);
    }

    /**
     * Another release of the same folder.
     *
     * @throws ReleaseException when there is none, or it is not whole
     */
    public StoredRelease release(String id) {
        return new Releases(releases).read(id);
    }

    /**
     * The data set, its pictures grouped; to be closed by the caller.
     *
     * @throws DatasetException when it or the folder for what can be used again cannot be used
     */
    public Dataset open() {
        return dataset.open((done, all) -> {});
    }

    /** dlib's 68-point model. */
    public Path landmarkModel() {
        return dataset.landmarkModel();
    }

    /** The split of the data set. */
    public String split() {
        return split;
    }

    /** Whether one JSON object is printed instead of tables. */
    public boolean json() {
        return json;
    }

    /** Worker threads. */
    public int threads() {
        return threads;
    }

    /**
     * Prints what is measured.
     *
     * @param measured its text, ended by a newline
     * @return the exit code: 0 measured, 2 a data set, release or landmark model that cannot be used
     * @throws ParameterException when there are to be no threads
     */
    public int print(Callable<String> measured) throws Exception {
        if (threads < 1) {
            throw new ParameterException(command.commandLine(), "--threads: expected 1 or more, found " + threads);
        }
        try {
            String text = measured.call();
            PrintWriter out = command.commandLine().getOut();
            out.print(text);
            out.flush();
            return ExitCode.OK;
        } catch (DatasetException | ReleaseException | DlibException e) {
            PrintWriter errors = command.commandLine().getErr();
            errors.println(command.name() + ": " + e.getMessage());
            errors.flush();
            return ExitCode.USAGE;
        }
    }
}
