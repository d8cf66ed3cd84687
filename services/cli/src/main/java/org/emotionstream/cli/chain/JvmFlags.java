package org.emotionstream.cli.chain;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.emotionstream.cli.checkout.Checkout;
import org.emotionstream.contract.nativelibraries.NativeFolder;

/**
 * How much of a laptop each JVM may take: the files of {@code services/jvm}, which the image uses as well, and what depends
 * on the folders of the chain.
 */
final class JvmFlags {
    private static final String ALL = "all";

    private JvmFlags() {}

    /** The program and its flags for this module, of a chain in these folders. */
    static List<String> of(String module, ChainFolders folders, Checkout checkout) {
        Path files = checkout.root().resolve("services/jvm");
        Path nativeLibraries = checkout.nativeLibraries();
        List<String> flags = new ArrayList<>();
        flags.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        flags.addAll(List.of(
                "@" + files.resolve(ALL),
                "@" + files.resolve(module),
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
