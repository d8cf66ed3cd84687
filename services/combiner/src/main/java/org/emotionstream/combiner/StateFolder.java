package org.emotionstream.combiner;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.common.utils.Utils;
import org.emotionstream.combiner.topology.TimeSegments;
import org.jboss.logging.Logger;

/** The folder of the stores, as the combiner that ran before has left it. */
final class StateFolder {
    private static final Logger LOG = Logger.getLogger(StateFolder.class);
    // As Kafka Streams has it: one process at a time works in this folder.
    private static final String LOCK = ".lock";
    private static final String TASK = "\\d+_\\d+";

    private final Path folder;

    /**
     * @param stateDirectory the setting
     * @param group of the combiner
     */
    StateFolder(Path stateDirectory, String group) {
        folder = stateDirectory.resolve(group);
    }

    /**
     * Deletes each task whose stores have segments of another interval. An earlier combiner derived the interval from
     * its horizon; Kafka Streams would find none of these segments and take what is in them for restored. The
     * changelogs, which are not shorter, bring all of it back.
     */
    void deleteTasksWithOtherSegments() {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (FileChannel channel =
                        FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            // Else another process runs here, and Kafka Streams refuses to start a second one.
            if (lock != null) {
                for (Path task : list(folder)) {
                    if (task.getFileName().toString().matches(TASK) && hasOtherSegments(task)) {
                        LOG.warnf(
                                "the stores in %s have segments that do not begin at multiples of %s, as an earlier"
                                        + " combiner with a horizon of its own makes them: they are deleted and come back"
                                        + " from their changelogs",
                                task, TimeSegments.INTERVAL);
                        Utils.delete(task.toFile());
                    }
                }
            }
        } catch (OverlappingFileLockException e) {
            LOG.debugf("another combiner of this process works in %s", folder);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot look for segments of another interval in " + folder, e);
        }
    }

    private static boolean hasOtherSegments(Path task) throws IOException {
        for (String store : TimeSegments.STORES) {
            for (Path segment : list(task.resolve(store))) {
                if (!isOurs(segment.getFileName().toString(), store)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** A segment is called by its store, a dot, and when it begins, in milliseconds since 1970. */
    private static boolean isOurs(String segment, String store) {
        String begin = segment.substring(Math.min(segment.length(), store.length() + 1));
        return begin.matches("\\d{1,18}") && Long.parseLong(begin) % TimeSegments.INTERVAL.toMillis() == 0;
    }

    private static List<Path> list(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> found = Files.list(folder)) {
            return found.toList();
        }
    }
}
