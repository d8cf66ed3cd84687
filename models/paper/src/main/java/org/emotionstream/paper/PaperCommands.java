package org.emotionstream.paper;

import java.io.IOException;
import java.util.Optional;
import org.emotionstream.contract.StoredRelease;
import org.emotionstream.evaluation.ModelCommands;
import org.emotionstream.evaluation.dataset.Dataset;
import org.emotionstream.paper.keras.ImportKerasCommand;
import org.emotionstream.paper.recipe.PaperPlan;
import org.emotionstream.paper.recipe.PaperRecipe;
import org.emotionstream.training.PublishedRecipe;
import org.emotionstream.training.TrainCommand;
import org.emotionstream.training.export.Provenance;
import picocli.CommandLine.Command;

/** The entry point of this module: what makes releases to be compared with the paper. */
@Command(
        name = "emotionstream",
        description = "Trains releases by the paper's recipe, and imports the paper's models.",
        mixinStandardHelpOptions = true,
        subcommands = ImportKerasCommand.class)
public final class PaperCommands {
    private PaperCommands() {}

    /** Runs a command and ends the process, see {@link ModelCommands#run}. */
    public static void main(String[] arguments) {
        ModelCommands.run(
                ModelCommands.commandLine(new PaperCommands())
                        .addSubcommand(new TrainCommand(Optional.of(PaperCommands::train))),
                arguments);
    }

    private static StoredRelease train(Dataset pictures, Provenance provenance, PublishedRecipe.Order order)
            throws IOException {
        return new PaperRecipe(PaperPlan.published(order.seed()))
                .run(pictures, provenance, order)
                .release();
    }
}
