package org.emotionstream.cli.pictures;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.NoSuchFileException;

/** Why a file or folder cannot be read or written, in words: the messages of Java are often a path alone. */
public final class FileProblem {
    private FileProblem() {}

    /** What this exception is about, without the path. */
    public static String inWords(IOException problem) {
        if (problem instanceof NoSuchFileException) {
            return "it no longer exists";
        }
        if (problem instanceof AccessDeniedException) {
            return "no permission";
        }
        if (problem instanceof FileAlreadyExistsException) {
            return "there is a file of that name";
        }
        if (problem instanceof FileSystemLoopException) {
            return "it is a link to a folder that contains it";
        }
        if (problem instanceof FileSystemException system && system.getReason() != null) {
            return system.getReason();
        }
        return problem.getMessage() == null ? problem.toString() : problem.getMessage();
    }
}
