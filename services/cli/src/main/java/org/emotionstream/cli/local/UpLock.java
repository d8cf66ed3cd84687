package org.emotionstream.cli.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.emotionstream.cli.checkout.Checkout;

/** Held by {@code up} for as long as it starts a chain, so that another one knows, and waits with it. */
final class UpLock implements AutoCloseable {
    private final FileChannel channel;

    private UpLock(FileChannel channel) {
        this.channel = channel;
    }

    /** The lock of this folder of run files; empty when another {@code up} holds it. */
    static Optional<UpLock> tryOf(Path run) {
        Path file = Checkout.made(run).resolve("up.lock");
        try {
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = channel.tryLock();
            if (lock != null) {
                return Optional.of(new UpLock(channel));
            }
            channel.close();
            return Optional.empty();
        } catch (OverlappingFileLockException e) {
            // By another command in this process, as in a test.
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot lock " + file, e);
        }
    }

    /** Whether an {@code up} starts a chain at this moment. */
    static boolean isHeld(Path run) {
        Optional<UpLock> lock = tryOf(run);
        lock.ifPresent(UpLock::close);
        return lock.isEmpty();
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot release the lock of up", e);
        }
    }
}
