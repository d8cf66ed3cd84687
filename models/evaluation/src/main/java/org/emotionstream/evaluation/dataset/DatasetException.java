package org.emotionstream.evaluation.dataset;

/** A data set that cannot be used; the message names file and row, what was expected and what is there. */
public final class DatasetException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public DatasetException(String message) {
        super(message);
    }

    public DatasetException(String message, Throwable cause) {
        super(message, cause);
    }
}
