package org.emotionstream.events.service;

import java.io.IOException;
import java.io.InputStream;

/** Ends this process when the process that started it is gone: then its standard input ends. */
public final class ParentWatch {
    private ParentWatch() {}

    /**
     * Reads the standard input on a thread of its own, and stops the process with exit code 0 when it ends.
     *
     * <p>The process is stopped as SIGTERM stops it, by {@link System#exit}. {@code Quarkus.asyncExit} removes Quarkus's
     * shutdown hook before it stops the application: a SIGTERM at that moment, which comes with the end of the input
     * when a supervisor stops a service, ended the process before it had committed.
     */
    public static void start() {
        InputStream input = System.in;
        Thread thread = new Thread(() -> {
            awaitEnd(input);
            System.exit(0);
        });
        thread.setName("parent-watch");
        thread.setDaemon(true);
        thread.start();
    }

    private static void awaitEnd(InputStream input) {
        byte[] ignored = new byte[256];
        try {
            while (input.read(ignored) >= 0) {
                // what it says does not matter, only that it is there
            }
        } catch (IOException e) {
            return; // a broken pipe is an end too
        }
    }
}
