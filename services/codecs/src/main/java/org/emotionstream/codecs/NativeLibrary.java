package org.emotionstream.codecs;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * One native library of a codec.
 *
 * @param resource in the jar of the codec; the jar in a container image has it no more
 * @param own properties by which the operator names a place of their own; then ours is not used
 * @param places property by which we name ours, and whether it names the file, else the folder
 */
record NativeLibrary(String resource, List<String> own, Map.Entry<String, Boolean> places) {
    private static final String SNAPPY_PATH = "org.xerial.snappy.lib.path";
    private static final String ZSTD_PATH = "ZstdNativePath";

    /** Of snappy-java and zstd-jni. */
    static final List<NativeLibrary> ALL = List.of(
            new NativeLibrary(
                    "/org/xerial/snappy/native/Linux/x86_64/libsnappyjava.so",
                    List.of(SNAPPY_PATH, "org.xerial.snappy.tempdir", "org.xerial.snappy.use.systemlib"),
                    Map.entry(SNAPPY_PATH, false)),
            new NativeLibrary(
                    "/linux/amd64/lib" + zstdName() + ".so",
                    List.of(ZSTD_PATH, "ZstdTempFolder"),
                    Map.entry(ZSTD_PATH, true)));

    /** The library carries its version in its name. */
    private static String zstdName() {
        return "zstd-jni-" + com.github.luben.zstd.util.ZstdVersion.VERSION;
    }

    /** Its file name, the same in every folder. */
    String file() {
        return resource.substring(resource.lastIndexOf('/') + 1);
    }

    /** Whether nobody has said yet where it lies. */
    boolean isNotPlaced() {
        return own.stream().allMatch(property -> System.getProperty(property) == null);
    }

    /** Has the codec load it from this folder. */
    void place(Path folder) {
        Path place = places.getValue() ? folder.resolve(file()) : folder;
        System.setProperty(places.getKey(), place.toAbsolutePath().toString());
    }

    /** The library itself. */
    byte[] content() throws IOException {
        try (InputStream in = NativeLibrary.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new FileNotFoundException("no jar on the class path holds " + resource);
            }
            return in.readAllBytes();
        }
    }
}
