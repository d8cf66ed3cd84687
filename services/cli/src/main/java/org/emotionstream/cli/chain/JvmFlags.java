package org.emotionstream.cli.chain;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.emotionstream.contract.nativelibraries.NativeFolder;

/**
 * How much of a laptop each JVM may take. Eight of them start at once on two cores, so all compile quickly
 * rather than well: the work is in native code.
 */
final class JvmFlags {
    private static final Map<String, List<String>> BY_MODULE = Map.of(
            "broker", List.of("-Xmx256m"),
            // 30 MiB of records in hand and three fetches of 20 MiB, half of the producer's buffer and one rejected
            // record of the largest size: docs/adr/0034-the-loop-works-ahead.md.
            "landmarker", List.of("-Xms32m", "-Xmx224m"),
            "featurizer", List.of("-Xmx80m"),
            "cnn-worker", List.of("-Xmx64m"),
            "combiner", List.of("-Xmx128m"));

    private JvmFlags() {}

    /** The program and its flags for this module. */
    static List<String> of(String module, ChainFolders folders, Path nativeLibraries) {
        List<String> flags = new ArrayList<>();
        flags.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        flags.addAll(BY_MODULE.get(module));
        flags.addAll(List.of(
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:+ExitOnOutOfMemoryError",
                "-Xss512k",
                // Else each thread keeps a native buffer as large as the largest record that it has sent.
                "-Djdk.nio.maxCachedBufferSize=262144",
                // Nothing is written outside of the checkout, not even statistics in /tmp.
                "-XX:-UsePerfData",
                "-XX:ErrorFile=" + folders.logs().resolve("crash-" + module + "-%p.log"),
                "-Djava.io.tmpdir=" + folders.temporary(),
                "-D" + NativeFolder.PROPERTY + "=" + nativeLibraries,
                // The broker's codecs; a service sets it by itself.
                "-Dorg.bytedeco.javacpp.cachedir=" + nativeLibraries.resolve("javacpp")));
        // From Java 24 on, loading a native library without this prints warnings.
        if (Runtime.version().feature() >= 22) {
            flags.add("--enable-native-access=ALL-UNNAMED");
        }
        return flags;
    }
}
