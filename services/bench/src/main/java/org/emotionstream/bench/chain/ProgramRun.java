package org.emotionstream.bench.chain;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.emotionstream.cli.checkout.Checkout;
import org.emotionstream.cli.processes.LogTail;
import org.emotionstream.cli.terminal.CommandException;
import org.emotionstream.cli.terminal.ExitCodes;

/**
 * Runs programs to their end.
 *
 * @param folder where their output goes
 * @param patience after which one is stopped
 */
public record ProgramRun(Path folder, Duration patience) {
    private static final int LINES_OF_LOG = 20;

    /**
     * What a program has printed on standard output.
     *
     * @param name of its two files of output
     * @throws CommandException when it fails or does not end, with the end of its standard error
     */
    public String output(String name, List<String> command) throws InterruptedException {
        Path output = Checkout.made(folder).resolve(name + ".out");
        Path errors = folder.resolve(name + ".err");
        try {
            Process process = new ProcessBuilder(command)
                    .redirectInput(new File("/dev/null"))
                    .redirectOutput(output.toFile())
                    .redirectError(errors.toFile())
                    .start();
            if (!ended(process)) {
                throw failed(name + " still runs after " + patience.toSeconds() + " s", errors);
            }
            if (process.exitValue() != 0) {
                throw failed(name + " ended with exit code " + process.exitValue(), errors);
            }
            return Files.readString(output);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot run " + command.get(0), e);
        }
    }

    /**
     * The figures that a program has printed, a line each: the name, a tab, and the value.
     *
     * @throws CommandException when there is another line
     */
    public static Map<String, Double> figures(String output) {
        Map<String, Double> figures = new LinkedHashMap<>();
        output.lines().forEach(line -> {
            String[] columns = line.split("\t");
            try {
                figures.put(columns[0], Double.valueOf(columns[1]));
            } catch (ArrayIndexOutOfBoundsException | NumberFormatException e) {
                throw new CommandException(
                        ExitCodes.SERVICE,
                        "expected a name, a tab and a number from a measured program, found: " + line,
                        e);
            }
        });
        return figures;
    }

    private boolean ended(Process process) throws InterruptedException {
        try {
            return process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
        } finally {
            process.destroy();
        }
    }

    private static CommandException failed(String what, Path errors) {
        return new CommandException(ExitCodes.SERVICE, LogTail.below(what + ":", errors, LINES_OF_LOG));
    }
}
