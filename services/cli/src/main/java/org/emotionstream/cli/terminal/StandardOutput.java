package org.emotionstream.cli.terminal;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Standard output in UTF-8 that keeps the reason why it could not be written: a {@link PrintStream} forgets it. */
public final class StandardOutput extends PrintStream {
    private final Keeping target;
    private final boolean pipe;

    private StandardOutput(Keeping target, boolean pipe) {
        super(target, true, StandardCharsets.UTF_8);
        this.target = target;
        this.pipe = pipe;
    }

    /** Writes to this stream. */
    StandardOutput(OutputStream target) {
        this(new Keeping(target), false);
    }

    /** Writes to the standard output of this process. */
    public static StandardOutput ofProcess() {
        return new StandardOutput(new Keeping(new FileOutputStream(FileDescriptor.out)), isPipe());
    }

    /** The language of an error text is that of the person: what it is about says only the file. */
    private static boolean isPipe() {
        try {
            String file = Files.readSymbolicLink(Path.of("/proc/self/fd/1")).toString();
            return file.startsWith("pipe:") || file.startsWith("socket:");
        } catch (IOException | UnsupportedOperationException e) {
            return false;
        }
    }

    /** Why a write failed, in the words of the system; empty as long as none did, and when a reader went away. */
    Optional<String> failure() {
        return Optional.ofNullable(target.failure)
                .map(IOException::getMessage)
                .filter(reason -> !pipe && !reason.contains("Broken pipe"));
    }

    private static final class Keeping extends FilterOutputStream {
        private IOException failure;

        Keeping(OutputStream target) {
            super(target);
        }

        @Override
        public void write(int oneByte) throws IOException {
            write(new byte[] {(byte) oneByte}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int count) throws IOException {
            try {
                out.write(bytes, from, count);
            } catch (IOException e) {
                failure = e;
                throw e;
            }
        }
    }
}
