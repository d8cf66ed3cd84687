package org.emotionstream.codecs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.github.luben.zstd.util.ZstdVersion;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each case in a JVM of its own: a native library is loaded once in a process. */
class CodecsTest {
    private static final int SECONDS = 60;
    private static final String SHARED = "-Dorg.bytedeco.javacpp.cachedir=";

    @TempDir
    private Path folder;

    @Test
    void leavesNothingInTheTemporaryFolderAlsoWhenItIsKilled() throws Exception {
        Path temporary = Files.createDirectory(folder.resolve("temporary"));
        List<String> command = java("-Djava.io.tmpdir=" + temporary);
        command.add("stay");

        Process process =
                new ProcessBuilder(command).redirectError(Redirect.DISCARD).start();
        try {
            assertThat(process.inputReader().readLine()).isEqualTo("all codecs work");
        } finally {
            process.destroyForcibly().waitFor();
        }
        assertThat(files(temporary)).isEmpty();
    }

    @Test
    void unpacksOnceIntoTheSharedFolder() throws Exception {
        Path shared = folder.resolve("shared");
        Path temporary = Files.createDirectory(folder.resolve("temporary"));

        load("-Djava.io.tmpdir=" + temporary, SHARED + shared);
        List<Path> unpacked = files(shared);
        Object first = Files.getAttribute(unpacked.get(0), "unix:ino");
        load("-Djava.io.tmpdir=" + temporary, SHARED + shared);

        assertThat(unpacked)
                .extracting(file -> file.getFileName().toString())
                .containsExactly("libsnappyjava.so", "libzstd-jni-" + ZstdVersion.VERSION + ".so");
        assertThat(files(shared)).isEqualTo(unpacked);
        assertThat(Files.getAttribute(unpacked.get(0), "unix:ino")).isEqualTo(first);
    }

    @Test
    void replacesAFileThatIsNotTheLibrary() throws Exception {
        Path shared = Files.createDirectories(folder.resolve("shared/codecs"));
        Files.writeString(shared.resolve("libsnappyjava.so"), "half a file");

        assertThat(load(SHARED + shared.getParent())).isEqualTo("all codecs work");
    }

    @Test
    void needsNoTemporaryFolderBesideTheSharedOne() throws Exception {
        assertThat(load("-Djava.io.tmpdir=/proc/none", SHARED + folder)).isEqualTo("all codecs work");
    }

    @Test
    void refusesATemporaryFolderThatCannotBeWritten() throws Exception {
        // No permission keeps root from writing; that there is no such folder does.
        assertThat(load("-Djava.io.tmpdir=/proc/none"))
                .startsWith(
                        "records that are packed with snappy or zstd cannot be read: the native libraries cannot be "
                                + "loaded from /proc/none (java.nio.file.NoSuchFileException: /proc/none/")
                .endsWith("; give a folder that can be written and is not mounted noexec: -Djava.io.tmpdir=FOLDER");
    }

    @Test
    void refusesATemporaryFolderThatForbidsExecution() throws Exception {
        assertThat(onNoexecFolder("-Djava.io.tmpdir=" + folder))
                .startsWith("records that are packed with snappy or zstd cannot be read: ")
                .contains("failed to map segment from shared object")
                .endsWith("-Djava.io.tmpdir=FOLDER");
    }

    @Test
    void fallsBackOnTheTemporaryFolderWhereTheSharedOneForbidsExecution() throws Exception {
        assertThat(onNoexecFolder(SHARED + folder)).isEqualTo("all codecs work");
    }

    /** With a file system at {@code folder} from which nothing can be executed. */
    private String onNoexecFolder(String... options) throws IOException, InterruptedException {
        List<String> mounted = List.of("unshare", "--user", "--map-root-user", "--mount", "sh", "-c");
        String mount = "mount -t tmpfs -o noexec tmpfs '" + folder + "'";
        assumeThat(run(with(mounted, mount + " && echo mounted")))
                .as("unshare and mount, to make a folder that forbids execution")
                .isEqualTo("mounted");
        List<String> command = new ArrayList<>(with(mounted, mount + " && exec \"$0\" \"$@\""));
        command.addAll(java(options));
        return run(command);
    }

    private static List<String> with(List<String> words, String last) {
        return Stream.concat(words.stream(), Stream.of(last)).toList();
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static String load(String... options) throws IOException, InterruptedException {
        return run(java(options));
    }

    private static List<String> java(String... options) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(options));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), LoadCodecs.class.getName()));
        return command;
    }

    private static String run(List<String> command) throws IOException, InterruptedException {
        Process process;
        try {
            process =
                    new ProcessBuilder(command).redirectError(Redirect.DISCARD).start();
        } catch (IOException e) {
            return "no program " + command.get(0);
        }
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(SECONDS, TimeUnit.SECONDS)).isTrue();
        return said.strip();
    }
}
