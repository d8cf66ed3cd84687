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

/** A lock on a folder of run files, held by one process of this machine at a time. */
final class RunLock implements AutoCloseable {
    /** Held by {@code up} while it starts a chain, so that another {@code up} waits for the same chain. */
    static final String UP = "up.lock";
    /** Held by the supervisor while it runs, because two of them would start everything twice. */
    static final String SUPERVISOR = "supervisor.lock";

    private final FileChannel channel;

    private RunLock(FileChannel channel) {
        this.channel = channel;
    }

    /** The lock of this name on this folder of run files; empty when another process holds it. */
    static Optional<RunLock> tryOf(Path run, String name) {
        Path file = Checkout.made(run).resolve(name);
        try {
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = channel.tryLock();
            if (lock != null) {
                return Optional.of(new RunLock(channel));
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
        Optional<RunLock> lock = tryOf(run, UP);
        lock.ifPresent(RunLock::close);
        return lock.isEmpty();
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot release a lock of run files", e);
        }
    }
}
