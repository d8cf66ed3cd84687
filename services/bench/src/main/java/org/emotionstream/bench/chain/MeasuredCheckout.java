package org.emotionstream.bench.chain;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.emotionstream.cli.terminal.CommandException;
import org.emotionstream.cli.terminal.ExitCodes;

/**
 * A built checkout whose chain and steps are measured.
 *
 * @param root of the checkout
 */
public record MeasuredCheckout(Path root) {
    private static final List<String> WITH_A_STEP = List.of("landmarker", "featurizer", "cnn-worker");

    /**
     * Checks that it is built.
     *
     * @return this
     * @throws CommandException when the command line or a service is not packaged
     */
    public MeasuredCheckout requireBuilt() {
        Stream.concat(WITH_A_STEP.stream(), Stream.of("combiner")).forEach(service -> {
            if (!Files.isDirectory(build().resolve(service))) {
                throw notBuilt(service);
            }
        });
        if (!Files.isReadable(commandLineJar())) {
            throw notBuilt("cli");
        }
        return this;
    }

    private CommandException notBuilt(String module) {
        return new CommandException(
                ExitCodes.INCOMPLETE,
                root + " is not built: there is no " + build().resolve(module)
                        + "; build it first, for example with ./emotionstream up and down there");
    }

    /** The words that start its command line, as the script {@code emotionstream} does, with another folder for a run. */
    public List<String> commandLine(Path local, List<String> words) {
        List<String> command = new ArrayList<>(List.of(
                java(),
                "-Xmx384m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:-UsePerfData",
                "-Demotionstream.root=" + root,
                "-Demotionstream.local=" + local));
        command.addAll(nativeFolders());
        command.addAll(List.of("-cp", commandLineJar() + ":" + build().resolve("cli/lib") + "/*"));
        command.add("org.emotionstream.cli.Main");
        command.addAll(words);
        return command;
    }

    /**
     * The words that start a program which computes with the steps of this checkout, on the jars that its services run
     * from; the JVM compiles as well as it can.
     *
     * @param program the jar with the program, which stands first
     */
    public List<String> steps(Path program, String main, List<String> words) {
        List<String> command = new ArrayList<>(List.of(java(), "-Xmx1g", "-XX:+UseSerialGC", "-XX:-UsePerfData"));
        command.addAll(nativeFolders());
        command.addAll(List.of("-cp", program + ":" + String.join(":", jarsOfServices()), main));
        command.addAll(words);
        return command;
    }

    /**
     * The commit that it stands on, with {@code -dirty} where files were changed since; {@code unknown} without git.
     *
     * @param folder for what git prints
     */
    public String commit(Path folder) throws InterruptedException {
        try {
            return new ProgramRun(folder, Duration.ofSeconds(30))
                    .output(
                            "git",
                            List.of("git", "-C", root.toString(), "describe", "--always", "--dirty", "--exclude", "*"))
                    .strip();
        } catch (CommandException e) {
            return "unknown";
        }
    }

    /** Where its releases lie. */
    public Path releases() {
        return Path.of(System.getenv()
                .getOrDefault(
                        "EMOTIONSTREAM_RELEASES",
                        root.resolve("models/releases").toString()));
    }

    private List<String> nativeFolders() {
        Path folder = root.resolve(".emotionstream/native");
        return List.of(
                "-Dorg.emotionstream.native-libraries=" + folder,
                "-Dorg.bytedeco.javacpp.cachedir=" + folder.resolve("javacpp"),
                "-Dorg.bytedeco.javacpp.maxPhysicalBytes=0");
    }

    /** Each jar once, by its file name: the services share most of them. */
    private List<String> jarsOfServices() {
        Map<String, String> byName = new LinkedHashMap<>();
        for (String service : WITH_A_STEP) {
            try (Stream<Path> files = Files.walk(build().resolve(service))) {
                files.filter(file -> file.toString().endsWith(".jar"))
                        .filter(file -> file.toString().contains("/lib/"))
                        .sorted()
                        .forEach(file -> byName.putIfAbsent(file.getFileName().toString(), file.toString()));
            } catch (IOException e) {
                throw new UncheckedIOException("cannot list the jars of " + service, e);
            }
        }
        return List.copyOf(byName.values());
    }

    private Path commandLineJar() {
        return build().resolve("cli/cli.jar");
    }

    private Path build() {
        return root.resolve(".emotionstream/build");
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
