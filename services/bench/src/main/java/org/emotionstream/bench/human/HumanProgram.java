package org.emotionstream.bench.human;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.emotionstream.bench.chain.ProgramRun;
import org.emotionstream.cli.checkout.Checkout;
import org.emotionstream.cli.terminal.CommandException;
import org.emotionstream.cli.terminal.ExitCodes;

/**
 * The program {@code human.js} and the packages that it needs, in a folder of their own.
 *
 * @param folder that npm installs into
 */
public record HumanProgram(Path folder) {
    /** What is compared, as the lock file beside this class pins it. */
    public static final String VERSION = "@vladmandic/human 3.3.6, wasm, one thread";

    private static final String PROGRAM = "human.js";
    private static final String LOCK = "package-lock.json";
    private static final String INSTALLED = "installed";
    private static final Duration PATIENCE = Duration.ofMinutes(20);

    /**
     * Checks that Node.js and npm are on this path.
     *
     * @param path folders with programs, as in the variable {@code PATH}
     * @throws CommandException that names what is missing, and how to install it
     */
    public static void requireNode(String path) {
        List<String> missing = Stream.of("node", "npm")
                .filter(program -> Stream.of(path.split(File.pathSeparator))
                        .noneMatch(programs -> Files.isExecutable(Path.of(programs, program))))
                .toList();
        if (!missing.isEmpty()) {
            throw new CommandException(
                    ExitCodes.MACHINE,
                    "--against human needs Node.js 18 or newer and npm, but PATH has no "
                            + String.join(" and no ", missing) + ": sudo apt-get install nodejs npm");
        }
    }

    /** Whether the packages of this version are there. */
    public boolean isInstalled() {
        try {
            return Files.readString(folder.resolve(INSTALLED)).equals(resource(LOCK));
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * Installs the packages that the lock file pins, without running scripts of theirs.
     *
     * @throws CommandException when npm cannot, with the end of what it printed
     */
    public void install() throws InterruptedException {
        Checkout.made(folder);
        write("package.json", resource("package.json"));
        write(LOCK, resource(LOCK));
        try {
            run("npm", "npm", "ci", "--prefix", folder.toString(), "--ignore-scripts", "--engine-strict", "--no-audit");
        } catch (CommandException e) {
            List<String> lines = new ArrayList<>(List.of("npm cannot install " + VERSION + ":"));
            lines.addAll(e.lines());
            throw new CommandException(ExitCodes.MACHINE, lines);
        }
        write(INSTALLED, resource(LOCK));
    }

    /** CPU and faces a picture of this folder, by the names that our steps have; see {@code human.js}. */
    public Map<String, Double> measure(Path pictures) throws InterruptedException {
        write(PROGRAM, resource(PROGRAM));
        return ProgramRun.figures(run("human", "node", folder.resolve(PROGRAM).toString(), pictures.toString()));
    }

    private String run(String name, String... command) throws InterruptedException {
        return new ProgramRun(folder, PATIENCE).output(name, List.of(command));
    }

    private void write(String name, String content) {
        try {
            Files.writeString(folder.resolve(name), content);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + folder.resolve(name), e);
        }
    }

    private static String resource(String name) {
        try (InputStream stream = HumanProgram.class.getResourceAsStream(name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("the resource " + name + " is part of this program", e);
        }
    }
}
