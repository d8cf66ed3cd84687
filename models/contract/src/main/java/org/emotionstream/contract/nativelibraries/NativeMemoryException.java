package org.emotionstream.contract.nativelibraries;

import java.util.regex.Pattern;

/**
 * Native code had no memory for what it was asked to do: the fault of the machine or of its limits, and never of what it
 * worked on.
 */
public final class NativeMemoryException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final int MOST_CAUSES = 10;

    /** As libstdc++, OpenCV (StsNoMem), libjpeg, ONNX Runtime and the C library put it. */
    private static final Pattern WORDS = Pattern.compile(
            "bad_alloc|insufficient memory|failed to allocate|cannot allocate memory|out of memory"
                    + "|available memory of \\d+ is smaller",
            Pattern.CASE_INSENSITIVE);

    public NativeMemoryException(String message) {
        super(message);
    }

    public NativeMemoryException(String message, Throwable cause) {
        super(message, cause);
    }

    /** Whether this failure of native code, or a cause of it, says that memory is short. */
    public static boolean isCauseOf(Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < MOST_CAUSES; depth++, cause = cause.getCause()) {
            if (cause instanceof NativeMemoryException
                    || cause instanceof OutOfMemoryError
                    || says(cause.getMessage())) {
                return true;
            }
        }
        return false;
    }

    /** Whether a native library says in these words that memory is short. */
    public static boolean says(String message) {
        return message != null && WORDS.matcher(message).find();
    }
}
