package org.emotionstream.events.loop;

import java.io.IOException;
import java.io.InputStream;

/** Notices that whoever started this process is gone: its standard input ends. */
public final class ParentWatch {
    private ParentWatch() {}

    /** Reads this input on a thread of its own and runs this when it ends. */
    public static void onEnd(InputStream input, Runnable gone) {
        Thread thread = new Thread(() -> {
            awaitEnd(input);
            gone.run();
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
