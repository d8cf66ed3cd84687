package org.emotionstream.combiner;

import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Path;
import org.emotionstream.contract.nativelibraries.NativeFolder;
import org.rocksdb.NativeLibraryLoader;
import org.rocksdb.util.Environment;

/**
 * Loads RocksDB's native library from a folder of the combiner's own. Left alone, RocksDB leaves a copy of it in the
 * system's temporary folder at every kill, and starts a shell to learn whether the C library is musl.
 */
final class RocksDbLibrary {
    private static final String NAME = "RocksDB";
    private static final int MEGABYTES = 15;

    private RocksDbLibrary() {}

    /**
     * Loads it unless that is done.
     *
     * @param folder for one process at a time; made when it is missing
     * @throws org.emotionstream.contract.nativelibraries.NativeLibraryException when it cannot be unpacked or loaded,
     *     naming the folder and the cause
     */
    static void load(Path folder) {
        NativeFolder unpacked = NativeFolder.at(folder.toString(), MEGABYTES).make(NAME);
        answerForTheShell();
        try {
            NativeLibraryLoader.getInstance().loadLibrary(folder.toString());
        } catch (IOException | LinkageError e) {
            throw unpacked.failure(NAME, e);
        }
    }

    /** All native libraries here are built for glibc. RocksDB has an environment variable for it, and no method. */
    private static void answerForTheShell() {
        try {
            Field musl = Environment.class.getDeclaredField("MUSL_LIBC");
            musl.setAccessible(true);
            musl.set(null, Boolean.FALSE);
        } catch (ReflectiveOperationException e) {
            // Another version of RocksDB: it asks the shell, and works without one, too.
        }
    }
}
