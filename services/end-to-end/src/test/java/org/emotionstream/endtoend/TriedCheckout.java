package org.emotionstream.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.logging.Logger;

/**
 * A checkout in which a page of the runbook can do what it likes: the script and the access rules of the real one,
 * its build, and releases of its own. What the home folder of the user has in it is made here, too.
 */
final class TriedCheckout {
    private static final Logger LOG = Logger.getLogger(TriedCheckout.class.getName());
    private static final int PATIENCE_MINUTES = 8;

    private final Path folder;
    private final Map<String, String> environment = new HashMap<>();
    private final Map<String, TreeSet<String>> tried = new TreeMap<>();

    TriedCheckout(Path folder) throws IOException {
        this.folder = folder;
        Path root = CommandLineInterface.root();
        Files.copy(root.resolve("emotionstream"), folder.resolve("emotionstream"));
        for (String same : List.of("scripts", "deploy", "docs", "services")) {
            Files.createSymbolicLink(folder.resolve(same), root.resolve(same));
        }
        Path local = Files.createDirectories(folder.resolve(".emotionstream"));
        for (String same : List.of("build", "native")) {
            Path there = Files.createDirectories(root.resolve(".emotionstream").resolve(same));
            Files.createSymbolicLink(local.resolve(same), there);
        }
        BrokerPorts.record(local);
        CopiedReleases releases = new CopiedReleases(folder.resolve("models/releases"));
        releases.copy("2026-11-first", "2026-11-first");
        releases.copy("2026-11-second", "2026-11-second");
        releases.name("2026-11-second");
        environment.put("EMOTIONSTREAM_BUILT", folder.toString());
        environment.put("HOME", folder.toString());
    }

    Path folder() {
        return folder;
    }

    /** From now on the commands see this variable. */
    void set(String variable, String value) {
        environment.put(variable, value);
    }

    /** What was run of which page. */
    Map<String, TreeSet<String>> tried() {
        return tried;
    }

    /** Runs a block of a page, and compares what comes out. */
    List<String> run(String page, String block) throws IOException, InterruptedException {
        RunbookPage.Block wanted = RunbookPage.read(page).blocks().get(block);
        assertThat(wanted).as("block \"" + block + "\" of " + page).isNotNull();
        long start = System.nanoTime();
        List<String> output = bash(page + ", " + block, wanted.commands());
        LOG.warning(String.format(Locale.ROOT, "%s, %s: %.1f s", page, block, (System.nanoTime() - start) / 1e9));
        assertThat(wanted.notPrinted(output))
                .as(page + ", " + block + " printed:\n" + String.join("\n", output))
                .isEmpty();
        tried.computeIfAbsent(page, any -> new TreeSet<>()).add(block);
        return output;
    }

    /** What commands print that are on no page. */
    List<String> bash(String what, String commands) throws IOException, InterruptedException {
        Path output = folder.resolve(".emotionstream/output.txt");
        ProcessBuilder builder = new ProcessBuilder("bash", "-euo", "pipefail", "-c", commands)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .redirectInput(new File("/dev/null"));
        builder.environment().putAll(environment);
        Process process = builder.start();
        boolean ended = process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES);
        process.destroy();
        List<String> lines = Files.readAllLines(output);
        assertThat(ended && process.exitValue() == 0)
                .as(what + " ended with " + (ended ? process.exitValue() : "nothing") + ":\n" + commands + "\n"
                        + String.join("\n", lines))
                .isTrue();
        return lines;
    }

    /** The folder of pictures that the pages send. */
    void givePictures() throws IOException {
        Path pictures = Files.createDirectories(folder.resolve("Pictures"));
        Files.write(pictures.resolve("photograph.jpg"), Photographs.smallest());
    }

    /** Stops what was started. */
    void down() throws IOException, InterruptedException {
        bash("down", "./emotionstream down");
        assertThat(new CommandLineInterface(folder).processes()).isEmpty();
    }
}
