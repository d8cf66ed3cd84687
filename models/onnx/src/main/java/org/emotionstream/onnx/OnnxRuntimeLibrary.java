package org.emotionstream.onnx;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession.SessionOptions;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.emotionstream.contract.nativelibraries.NativeFolder;

/**
 * ONNX Runtime's native library, unpacked once for all processes. Left alone, ONNX Runtime unpacks 24 MB into a new
 * folder below the system's temporary one at each start, and a process that is killed leaves them there.
 */
public final class OnnxRuntimeLibrary {
    /** ONNX Runtime's own system property: the folder in which its libraries lie. An operator's wins. */
    static final String PROPERTY = "onnxruntime.native.path";

    private static final String NAME = "ONNX Runtime";
    private static final String IN_JAR = "/ai/onnxruntime/native/linux-x64/";
    private static final String LIBRARY = "libonnxruntime.so";
    private static final String BINDING = "libonnxruntime4j_jni.so";
    private static final int MEGABYTES = 25;

    private OnnxRuntimeLibrary() {}

    /**
     * ONNX Runtime with its library loaded.
     *
     * @throws org.emotionstream.contract.nativelibraries.NativeLibraryException when it cannot be unpacked or loaded,
     *     naming the folder and the cause
     */
    public static synchronized OrtEnvironment environment() {
        String named = System.getProperty(PROPERTY);
        NativeFolder folder = named == null ? unpacked() : NativeFolder.at(named, 0);
        System.setProperty(PROPERTY, folder.path().toString());
        try {
            return OrtEnvironment.getEnvironment();
        } catch (LinkageError e) {
            throw folder.failure(NAME, root(e));
        }
    }

    /**
     * Options of a session that computes in the thread of its caller, so that its bits depend on no other thread. They
     * belong to the caller.
     */
    public static SessionOptions oneThread() throws OrtException {
        SessionOptions options = new SessionOptions();
        options.setIntraOpNumThreads(1);
        options.setInterOpNumThreads(1);
        options.setExecutionMode(SessionOptions.ExecutionMode.SEQUENTIAL);
        return options;
    }

    /** Unpacks the libraries that are not there whole. Processes may do so at the same time. */
    static NativeFolder unpacked() {
        NativeFolder folder = NativeFolder.of("onnxruntime", MEGABYTES);
        try {
            Map<String, PackedLibrary> packed = packed();
            // The two fit each other: each version has a folder of its own.
            folder = NativeFolder.of(
                    String.format(
                            Locale.ROOT, "onnxruntime-%08x", packed.get(LIBRARY).checksum()),
                    MEGABYTES);
            if (!isWhole(packed, folder.path())) {
                unpack(packed, folder.make(NAME).path());
            }
            return folder;
        } catch (IOException e) {
            throw folder.failure(NAME, e);
        }
    }

    private static Map<String, PackedLibrary> packed() throws IOException {
        Map<String, PackedLibrary> packed = new LinkedHashMap<>();
        for (String library : new String[] {LIBRARY, BINDING}) {
            packed.put(library, PackedLibrary.of(OrtEnvironment.class, IN_JAR + library));
        }
        return packed;
    }

    private static boolean isWhole(Map<String, PackedLibrary> packed, Path folder) throws IOException {
        for (Map.Entry<String, PackedLibrary> library : packed.entrySet()) {
            if (!library.getValue().isIn(folder.resolve(library.getKey()))) {
                return false;
            }
        }
        return true;
    }

    private static void unpack(Map<String, PackedLibrary> packed, Path folder) throws IOException {
        try (FileChannel file =
                        FileChannel.open(folder.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = file.lock()) {
            for (Map.Entry<String, PackedLibrary> library : packed.entrySet()) {
                Path target = folder.resolve(library.getKey());
                // Another process may have unpacked it while this one waited for the lock.
                if (!library.getValue().isIn(target)) {
                    library.getValue().unpackTo(target);
                }
            }
        }
    }

    private static Throwable root(Throwable error) {
        return error.getCause() == null ? error : root(error.getCause());
    }
}
