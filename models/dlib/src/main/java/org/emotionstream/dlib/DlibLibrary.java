package org.emotionstream.dlib;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Properties;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Loader;

/** Loads the native library, once, in the variant that suits the processor. */
final class DlibLibrary {
    /**
     * The system property that names where the libraries lie unpacked, a folder for each variant, as in a container
     * whose file system is read-only. Without it they are unpacked from the jar.
     */
    static final String UNPACKED = "org.emotionstream.dlib.path";

    private static InstructionSet loaded;

    private DlibLibrary() {}

    /**
     * Loads the library unless that is done.
     *
     * @return the variant that is loaded
     * @throws org.emotionstream.contract.nativelibraries.NativeLibraryException when it cannot be loaded; the cause is
     *     the loader's own error
     */
    static synchronized InstructionSet load() {
        if (loaded == null) {
            loaded = load(InstructionSet.toLoad());
        }
        return loaded;
    }

    private static InstructionSet load(InstructionSet wanted) {
        JavaCppLibraries.configure();
        Properties properties = new Properties();
        properties.putAll(Loader.loadProperties());
        properties.setProperty("platform.extension", wanted.extension());
        String unpacked = System.getProperty(UNPACKED);
        if (unpacked != null) {
            String variant = properties.getProperty("platform") + wanted.extension();
            properties.setProperty(
                    "platform.preloadpath", Path.of(unpacked, variant).toString());
        }
        JavaCppLibraries.loading(
                "dlib (" + wanted + ", for Linux on x86_64)",
                () -> Loader.load(RawDlib.class, properties, unpacked != null));
        return actual();
    }

    private static InstructionSet actual() {
        try (BytePointer name = RawDlib.instruction_set()) {
            return InstructionSet.valueOf(name.getString().toUpperCase(Locale.ROOT));
        }
    }
}
