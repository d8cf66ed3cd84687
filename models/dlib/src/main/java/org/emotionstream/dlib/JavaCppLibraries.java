package org.emotionstream.dlib;

import org.bytedeco.javacpp.Loader;
import org.emotionstream.contract.nativelibraries.NativeFolder;
import org.emotionstream.contract.nativelibraries.NativeLibraryException;

/**
 * Loads what is bound with JavaCPP (dlib, OpenCV, OpenBLAS, libtorch) from one folder that all processes share, under
 * settings of our own. Left alone, JavaCPP unpacks to the user's home, goes to the system's temporary folder where it
 * may not write there, and refuses to work when the process is larger than four heaps.
 */
public final class JavaCppLibraries {
    /** JavaCPP's own system property: the folder it unpacks to. An operator's wins. */
    private static final String FOLDER = "org.bytedeco.javacpp.cachedir";

    /** The libraries that the landmarker uses; libtorch, which training adds, takes 500 MB more. */
    private static final int MEGABYTES = 150;

    private JavaCppLibraries() {}

    /** Before any class of JavaCPP is used: sets what nobody has set. */
    public static synchronized void configure() {
        setUnlessSet(FOLDER, NativeFolder.of("javacpp", MEGABYTES).path().toString());
        // 0 is no limit. Its own is a multiple of the heap, and most memory here is outside of the heap.
        setUnlessSet("org.bytedeco.javacpp.maxPhysicalBytes", "0");
        setUnlessSet("org.bytedeco.javacpp.maxBytes", "0");
    }

    /**
     * Loads a library and those that it needs, once for the process.
     *
     * @param name of the library for people
     * @param binding the class whose native methods it holds
     * @throws NativeLibraryException when it cannot be unpacked or loaded, naming the folder and the cause
     */
    public static void load(String name, Class<?> binding) {
        loading(name, () -> Loader.load(binding));
    }

    /** Runs this, which loads a library. */
    static void loading(String name, Runnable loading) {
        configure();
        NativeFolder folder = folder();
        if (!isUnpackedElsewhere()) {
            folder.make(name);
        }
        try {
            loading.run();
        } catch (LinkageError e) {
            throw folder.failure(name, e);
        }
    }

    private static NativeFolder folder() {
        return NativeFolder.at(System.getProperty(FOLDER), MEGABYTES);
    }

    /** As in a container, where the system property names the folder of libraries that are there already. */
    private static boolean isUnpackedElsewhere() {
        return Boolean.getBoolean("org.bytedeco.javacpp.pathsFirst");
    }

    private static void setUnlessSet(String property, String value) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, value);
        }
    }
}
