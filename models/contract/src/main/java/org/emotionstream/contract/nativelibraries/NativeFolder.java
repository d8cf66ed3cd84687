package org.emotionstream.contract.nativelibraries;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.emotionstream.contract.FileFailure;

/**
 * A folder that holds unpacked native libraries: made and checked before anything is unpacked into it, and asked for
 * the cause when a library in it cannot be loaded.
 *
 * @param path of the folder, absolute
 * @param megabytes that the libraries take in it
 */
public record NativeFolder(Path path, int megabytes) {
    /** The system property that names the folder of all native libraries; no setting of the chain, which Quarkus checks. */
    public static final String PROPERTY = "org.emotionstream.native-libraries";

    /** The environment variable that names the folder of all native libraries; {@value #PROPERTY} wins. */
    public static final String VARIABLE = "EMOTIONSTREAM_NATIVE_LIBRARIES";

    /** Where neither is set: below the working directory, as the state of the services is. */
    public static final String DEFAULT = ".emotionstream/native";

    private static final long BYTES_A_MEGABYTE = 1 << 20;
    private static final String NO_EXECUTION = "the file system of the folder forbids execution (mount option noexec)";

    /**
     * The folder for one kind of libraries, below the folder of all.
     *
     * @param name for example {@code javacpp}
     */
    public static NativeFolder of(String name, int megabytes) {
        String named = Optional.ofNullable(System.getenv(VARIABLE))
                .filter(text -> !text.isBlank())
                .orElse(DEFAULT);
        Path all = Path.of(System.getProperty(PROPERTY, named));
        return new NativeFolder(all.resolve(name).toAbsolutePath().normalize(), megabytes);
    }

    /** The folder that somebody has named, whatever way. */
    public static NativeFolder at(String named, int megabytes) {
        return new NativeFolder(Path.of(named).toAbsolutePath().normalize(), megabytes);
    }

    /**
     * The folder, made where it was not there.
     *
     * @param library for the message
     * @throws NativeLibraryException when it cannot be made or written, or does not allow execution
     */
    public NativeFolder make(String library) {
        try {
            Files.createDirectories(path);
        } catch (IOException e) {
            throw new NativeLibraryException(
                    message(library, "the folder cannot be made: " + FileFailure.inWords(e)), e);
        }
        if (!Files.isWritable(path)) {
            throw new NativeLibraryException(message(library, "the folder cannot be written"));
        }
        if (Mounts.ofProcess().forbidsExecution(path)) {
            throw new NativeLibraryException(message(library, NO_EXECUTION));
        }
        return this;
    }

    /**
     * What is to be thrown when a library in this folder does not load.
     *
     * @param library for the message
     * @param error of the loader
     */
    public NativeLibraryException failure(String library, Throwable error) {
        return new NativeLibraryException(message(library, cause(error)), error);
    }

    private String cause(Throwable error) {
        String said = String.valueOf(error.getMessage()).lines().findFirst().orElse("");
        if (said.contains("version `GLIBC")) {
            return "the C or C++ library of this machine is older than the library needs: " + said;
        }
        if (Mounts.ofProcess().forbidsExecution(path)) {
            return NO_EXECUTION;
        }
        long free = freeMegabytes();
        if (free < megabytes) {
            return String.format(
                    Locale.ROOT,
                    "the disk of the folder is full: %d MB are free, up to %d MB are needed; the loader says: %s",
                    free,
                    megabytes,
                    said);
        }
        return said;
    }

    /** Unlike a file store, this needs no list of mounts, which in a changed root names other paths. */
    private long freeMegabytes() {
        // Where there is no such folder the disk is not named as the cause.
        return Files.exists(path) ? path.toFile().getUsableSpace() / BYTES_A_MEGABYTE : Long.MAX_VALUE;
    }

    private String message(String library, String cause) {
        return "cannot load " + library + " from " + path + ": " + cause + ". Name another folder with " + VARIABLE
                + ", or mend this one; it must be writable and allow execution";
    }
}
