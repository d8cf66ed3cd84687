package org.emotionstream.paper.keras;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.emotionstream.contract.ReleaseException;
import org.emotionstream.contract.StoredRelease;
import org.emotionstream.training.Commit;
import org.emotionstream.training.export.NewFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code import-keras}: models that were trained with Keras become a release. Exit codes: 0 written, 1 it could
 * not be written, 2 wrong usage, or a file that cannot be imported.
 */
@Command(
        name = "import-keras",
        mixinStandardHelpOptions = true,
        description = {
            "Makes a release of the paper's models as Keras has saved them (.h5), in any order: which file holds which"
                    + " model is seen from what is in it. Everything is checked, and what is not the paper's is refused.",
            "Scaler and PCA come as files of numpy. In Python:",
            "  " + ScalerAndComponents.SCALER_LINE,
            "  " + ScalerAndComponents.PCA_LINE
        })
public final class ImportKerasCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(
            arity = "1..*",
            paramLabel = "FILE.h5",
            description = "The four networks and the combined model: model.save() or save_weights().")
    private List<Path> files;

    @Option(names = "--scaler", required = true, paramLabel = "FILE", description = "StandardScaler, as .npz.")
    private Path scaler;

    @Option(names = "--pca", required = true, paramLabel = "FILE", description = "PCA of 33 components, as .npz.")
    private Path pca;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "DIR",
            description = "Folder of the release; its last name is the release's id.")
    private Path out;

    @Option(
            names = "--pixel-scale",
            paramLabel = "NUMBER",
            defaultValue = "1/255",
            description = "What a pixel of 0 to 255 was multiplied by before the networks saw it. Default:"
                    + " ${DEFAULT-VALUE}.")
    private String pixelScale;

    @Option(
            names = "--colour",
            paramLabel = "ORDER",
            defaultValue = "bgr",
            description = "Order of the colours that the networks were trained on: bgr (OpenCV) or rgb (Pillow, Keras)."
                    + " Default: ${DEFAULT-VALUE}.")
    private String colour;

    @Override
    public Integer call() throws IOException {
        double scale = scale();
        Colour order = order();
        NewFolder.refusal(out).ifPresent(refusal -> {
            throw new ParameterException(spec.commandLine(), refusal);
        });
        PrintWriter errors = spec.commandLine().getErr();
        try {
            ImportedModels imported = new ImportedModels(
                    KerasModels.read(files, order), scaler, pca, ScalerAndComponents.read(scaler, pca), scale, order);
            StoredRelease release =
                    new ImportedRelease(imported, ImportRecord.of(imported, Commit.current())).write(out);
            tell(imported, release);
            return ExitCode.OK;
        } catch (KerasException | ReleaseException e) {
            errors.println("import-keras: " + e.getMessage());
            errors.flush();
            return ExitCode.USAGE;
        }
    }

    private void tell(ImportedModels imported, StoredRelease release) {
        PrintWriter console = spec.commandLine().getOut();
        for (ImportedNetwork network : imported.models().networks()) {
            console.printf(
                    Locale.ROOT,
                    "%-9s %s: %,d parameters, %s%n",
                    network.architecture().label(),
                    network.file(),
                    network.architecture().parameterCount(),
                    graph(network.graphChecked()));
        }
        ImportedHead head = imported.models().head();
        console.printf(
                Locale.ROOT, "%-9s %s: 90 parameters, %s%n", "combined", head.file(), graph(head.graphChecked()));
        console.printf(
                Locale.ROOT, "release %s written to %s%n", release.release().id(), release.folder());
        console.flush();
    }

    private static String graph(boolean checked) {
        return checked
                ? "graph checked"
                : "weights alone: pools, activations and order of concatenation as in the paper";
    }

    /** A number, or one over another. */
    private double scale() {
        try {
            String[] parts = pixelScale.split("/", 2);
            double scale = Double.parseDouble(parts[0]) / (parts.length == 1 ? 1 : Double.parseDouble(parts[1]));
            if (scale > 0 && Double.isFinite(scale)) {
                return scale;
            }
        } catch (NumberFormatException e) {
            // Said below, as for any other text that is no such number.
        }
        throw new ParameterException(
                spec.commandLine(),
                "--pixel-scale: expected a number greater than 0, such as 1/255 or 1, found " + pixelScale);
    }

    private Colour order() {
        for (Colour known : Colour.values()) {
            if (known.label().equals(colour)) {
                return known;
            }
        }
        throw new ParameterException(spec.commandLine(), "--colour: expected bgr or rgb, found " + colour);
    }
}
