package org.emotionstream.evaluation.verification;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.emotionstream.contract.ReleaseException;
import org.emotionstream.contract.ReleaseReader;
import org.emotionstream.contract.Releases;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/**
 * {@code release}: what there is, and whether it is what it was. Exit codes: 0 all is well, 1 a check differs, or
 * the release cannot be recorded, 2 wrong usage, or there is no such release.
 */
@Command(
        name = "release",
        mixinStandardHelpOptions = true,
        description = "Lists releases, and checks them.",
        synopsisSubcommandLabel = "COMMAND")
public final class ReleaseCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Option(
            names = "--releases",
            paramLabel = "DIR",
            defaultValue = "models/releases",
            scope = ScopeType.INHERIT,
            description = "Folder of the releases. Default: ${DEFAULT-VALUE}.")
    private Path releases;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "release: expected a command: list, verify or record");
    }

    @Command(
            name = "list",
            mixinStandardHelpOptions = true,
            description = "Prints the id of each release; the one that serves by default is marked.")
    int list() throws IOException {
        String serves = new Releases(folder()).defaultId();
        PrintWriter out = spec.commandLine().getOut();
        try (Stream<Path> folders = Files.list(folder())) {
            folders.filter(folder -> Files.exists(folder.resolve(ReleaseReader.FILE)))
                    .map(folder -> folder.getFileName().toString())
                    .sorted()
                    .forEach(id -> out.println(id + (id.equals(serves) ? " (default)" : "")));
        }
        out.flush();
        return ExitCode.OK;
    }

    @Command(
            name = "verify",
            mixinStandardHelpOptions = true,
            description =
                    "Checks a release: the hash of every file, its fields, the feature layout, what its networks take"
                            + " and give, and that scaler, networks and head answer as was recorded when it was written.")
    int verify(@Parameters(paramLabel = "ID", description = "Of the release.") String id) {
        List<Check> checks = ReleaseVerifier.verify(folder(id));
        PrintWriter out = spec.commandLine().getOut();
        checks.forEach(out::println);
        long differ = checks.stream().filter(check -> !check.passed()).count();
        out.printf(Locale.ROOT, "release %s: %d checks, %d differ%n", id, checks.size(), differ);
        out.flush();
        return differ == 0 ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    @Command(
            name = "record",
            mixinStandardHelpOptions = true,
            description =
                    "Records anew what a release answers, for verify. Only for a release that you trust: from now on"
                            + " what it answers now is what is expected.")
    int record(@Parameters(paramLabel = "ID", description = "Of the release.") String id) throws IOException {
        Path folder = folder(id);
        try {
            VerificationWriter.write(folder);
        } catch (ReleaseException e) {
            spec.commandLine().getErr().println("release record: " + e.getMessage());
            spec.commandLine().getErr().flush();
            return ExitCode.SOFTWARE;
        }
        spec.commandLine().getOut().println("recorded in " + folder.resolve(Recording.FILE));
        spec.commandLine().getOut().flush();
        return ExitCode.OK;
    }

    private Path folder() {
        if (!Files.isDirectory(releases)) {
            throw new ParameterException(
                    spec.commandLine(), "there is no folder of releases " + releases.toAbsolutePath());
        }
        return releases;
    }

    private Path folder(String id) {
        Path folder = folder().resolve(id);
        if (!Releases.isId(id) || !Files.isDirectory(folder)) {
            throw new ParameterException(
                    spec.commandLine(), "there is no release " + id + " in " + releases.toAbsolutePath());
        }
        return folder;
    }
}
