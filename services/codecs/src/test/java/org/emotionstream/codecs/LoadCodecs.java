package org.emotionstream.codecs;

import java.io.IOException;
import java.io.OutputStream;

/** A process that loads the codecs, prints what came of it, and with an argument waits for the end of its input. */
final class LoadCodecs {
    private LoadCodecs() {}

    public static void main(String[] arguments) throws IOException {
        try {
            Codecs.load();
            System.out.println("all codecs work");
        } catch (CodecException e) {
            System.out.println(e.getMessage());
        }
        if (arguments.length > 0) {
            System.in.transferTo(OutputStream.nullOutputStream());
        }
    }
}
