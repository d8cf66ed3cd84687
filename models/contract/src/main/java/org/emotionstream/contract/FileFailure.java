package org.emotionstream.contract;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.ReadOnlyFileSystemException;

/** What went wrong with a file, in words: the message of many an {@link IOException} is the path alone. */
public final class FileFailure {
    private FileFailure() {}

    /** The kind of failure and, where the exception names one, the file: {@code no permission: /data/x}. */
    public static String inWords(IOException failure) {
        if (failure instanceof FileSystemException file) {
            String path = file.getFile() == null ? "" : ": " + file.getFile();
            return kind(failure) + (file.getOtherFile() == null ? path : path + " -> " + file.getOtherFile());
        }
        return kind(failure);
    }

    /**
     * The message of any failure, and of the files that caused it.
     *
     * @param failure whose message may be a path, or none at all
     */
    public static String inWords(Throwable failure) {
        if (failure instanceof IOException file) {
            return inWords(file);
        }
        if (failure instanceof ReadOnlyFileSystemException) {
            return "the file system can only be read";
        }
        String message = failure.getMessage() == null ? failure.toString() : failure.getMessage();
        if (failure.getCause() instanceof IOException cause) {
            // A wrapper without words of its own has those of its cause, with the name of the class.
            String words = inWords(cause);
            boolean bare = message.equals(cause.toString()) || message.equals(cause.getMessage());
            return bare ? words : message.contains(words) ? message : message + ": " + words;
        }
        return message;
    }

    /** The kind of failure, for a sentence that names the file itself: {@code no permission}. */
    public static String kind(IOException failure) {
        if (failure instanceof NoSuchFileException) {
            return "there is no such file or folder";
        } else if (failure instanceof AccessDeniedException) {
            return "no permission";
        } else if (failure instanceof FileAlreadyExistsException) {
            return "it exists already";
        } else if (failure instanceof NotDirectoryException) {
            return "it is no folder";
        } else if (failure instanceof DirectoryNotEmptyException) {
            return "the folder is not empty";
        } else if (failure instanceof FileSystemLoopException) {
            return "a link leads back to a folder above it";
        } else if (failure instanceof CharacterCodingException) {
            return "it is no text in UTF-8";
        }
        String message = failure instanceof FileSystemException file ? file.getReason() : failure.getMessage();
        if (message == null || message.isBlank()) {
            return failure.getClass().getSimpleName();
        }
        return failure instanceof FileNotFoundException ? "cannot open " + message : message;
    }
}
