package org.emotionstream.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Kafka's client libraries of other languages, fetched once by pip and npm into {@code .emotionstream/clients}, and
 * programs that use them. Where a package manager is not there or reaches no registry, the test is skipped.
 *
 * @param work folder that the programs run in
 * @param broker given to them as {@code BROKER}, as the examples of the guide for cameras read it
 */
record ClientLibraries(Path work, String broker) {
    private static final Path ROOT = CommandLineInterface.root();
    private static final Path FETCHED = ROOT.resolve(".emotionstream/clients");
    private static final Path SOURCES = ROOT.resolve("services/end-to-end/src/test");
    private static final int PATIENCE_MINUTES = 5;

    /**
     * What a program left behind.
     *
     * @param exitCode of the process
     * @param output on both streams
     */
    record Result(int exitCode, String output) {}

    /** Runs a program with these packages of pip. */
    Result python(List<String> requirements, Path program, String... arguments)
            throws IOException, InterruptedException {
        assumeTrue(isThere("python3"), "python3 is not installed, so clients in Python are not tried");
        Path packages = FETCHED.resolve(String.join("+", requirements));
        if (!Files.exists(packages)) {
            Path part = Files.createDirectories(FETCHED.resolve(packages.getFileName() + ".part"));
            List<String> pip = new ArrayList<>(List.of("python3", "-m", "pip", "install", "-q", "--target"));
            pip.add(part.toString());
            pip.addAll(requirements);
            Result installed = run(pip, Map.of());
            assumeTrue(installed.exitCode() == 0, "pip cannot fetch " + requirements + " here: " + installed.output());
            Files.move(part, packages, StandardCopyOption.ATOMIC_MOVE);
        }
        return run(words(List.of("python3", program.toString()), arguments), Map.of("PYTHONPATH", packages.toString()));
    }

    /** Runs a program beside the packages that {@code src/test/node/clients/package.json} names. */
    Result node(String program, String... arguments) throws IOException, InterruptedException {
        assumeTrue(isThere("npm"), "npm is not installed, so clients in Node.js are not tried");
        if (!Files.exists(work.resolve("node_modules"))) {
            for (String file : List.of("package.json", "package-lock.json", "codecs.js")) {
                Files.copy(SOURCES.resolve("node/clients").resolve(file), work.resolve(file));
            }
            Result installed = run(List.of("npm", "ci", "--prefer-offline", "--no-audit", "--no-fund"), Map.of());
            assumeTrue(installed.exitCode() == 0, "npm cannot fetch kafkajs here: " + installed.output());
        }
        return run(words(List.of("node", program), arguments), Map.of());
    }

    /** Runs kcat's lines in bash. */
    Result kcat(String commands) throws IOException, InterruptedException {
        assumeTrue(isThere("kcat"), "kcat is not installed, so its example is not tried");
        return run(List.of("bash", "-euo", "pipefail", "-c", commands), Map.of());
    }

    /** A program of these tests in Python. */
    static Path python(String name) {
        return SOURCES.resolve("python").resolve(name);
    }

    private Result run(List<String> command, Map<String, String> environment) throws IOException, InterruptedException {
        Path output = Files.createTempFile(work, "output", ".txt");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(work.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .redirectInput(new File("/dev/null"));
        builder.environment().put("BROKER", broker);
        builder.environment().putAll(environment);
        Process process = builder.start();
        boolean ended = process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES);
        process.destroyForcibly();
        String said = Files.readString(output);
        assertThat(ended).as(command + " ends; it said: " + said).isTrue();
        return new Result(process.exitValue(), said);
    }

    private static List<String> words(List<String> first, String... more) {
        return Stream.concat(first.stream(), Stream.of(more)).toList();
    }

    private static boolean isThere(String program) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }
}
