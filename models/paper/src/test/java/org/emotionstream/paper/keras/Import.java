package org.emotionstream.paper.keras;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;

/** {@code import-keras} as it is typed, and what it says. */
final class Import {
    final StringWriter out = new StringWriter();
    final StringWriter errors = new StringWriter();

    /** With the five recorded names, scaler.npz and pca.npz of a folder, into its sub-folder {@code imported}. */
    int ofFolder(Path folder, String... options) {
        return of(folder, RecordedModels.ALL, options);
    }

    int of(Path folder, List<String> files, String... options) {
        List<String> arguments = new ArrayList<>();
        files.forEach(file -> arguments.add(folder.resolve(file).toString()));
        arguments.addAll(List.of("--out", folder.resolve("imported").toString()));
        arguments.addAll(List.of(options));
        addUnlessGiven(arguments, "--scaler", folder.resolve("scaler.npz"));
        addUnlessGiven(arguments, "--pca", folder.resolve("pca.npz"));
        return run(arguments.toArray(String[]::new));
    }

    int run(String... arguments) {
        return new CommandLine(new ImportKerasCommand())
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(errors, true))
                .execute(arguments);
    }

    private static void addUnlessGiven(List<String> arguments, String option, Path file) {
        if (!arguments.contains(option)) {
            arguments.addAll(List.of(option, file.toString()));
        }
    }
}
