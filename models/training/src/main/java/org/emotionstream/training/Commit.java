package org.emotionstream.training;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Which commit of the code is at work, as far as git can tell from the current directory. */
public final class Commit {
    private static final String UNKNOWN = "unknown";

    private Commit() {}

    /** For example {@code d9987db-dirty}; {@code unknown} outside of a checkout, or without git. */
    public static String current() {
        try {
            Process process = new ProcessBuilder("git", "describe", "--always", "--dirty", "--abbrev=12", "--exclude=*")
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return process.waitFor() == 0 && !answer.isEmpty() ? answer : UNKNOWN;
        } catch (IOException e) {
            // No git on this machine: the release then says that its commit is unknown.
            return UNKNOWN;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return UNKNOWN;
        }
    }
}
