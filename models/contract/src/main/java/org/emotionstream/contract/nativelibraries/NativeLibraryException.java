package org.emotionstream.contract.nativelibraries;

/** A native library cannot be loaded; the message names the library, the folder and the cause. */
public final class NativeLibraryException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** For this reason. */
    public NativeLibraryException(String message) {
        super(message);
    }

    /** For this reason, with the error of the loader. */
    public NativeLibraryException(String message, Throwable cause) {
        super(message, cause);
    }
}
