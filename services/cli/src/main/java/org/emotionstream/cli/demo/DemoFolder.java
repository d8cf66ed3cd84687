package org.emotionstream.cli.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.emotionstream.cli.chain.ChainFolders;
import org.emotionstream.cli.chain.ProcessIdentity;
import org.emotionstream.cli.checkout.Checkout;

/**
 * The folder of one demo, named after its process: gone when all went well, kept with its logs when not,
 * until the next demo.
 */
final class DemoFolder {
    private final Path folder;
    private volatile boolean delete;

    private DemoFolder(Path folder) {
        this.folder = folder;
    }

    /** The folder of this process; those of demos that are over are deleted. */
    static DemoFolder create(Checkout checkout) {
        Path all = Checkout.made(checkout.local().resolve("demo"));
        try (Stream<Path> folders = Files.list(all)) {
            folders.filter(DemoFolder::isOver).forEach(ChainFolders::deleteTree);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot look into " + all, e);
        }
        ProcessIdentity self = ProcessIdentity.of(ProcessHandle.current().pid());
        return new DemoFolder(all.resolve(self.pid() + "-" + self.startedAtMillis()));
    }

    private static boolean isOver(Path folder) {
        String[] name = folder.getFileName().toString().split("-");
        return name.length != 2 || !new ProcessIdentity(Long.parseLong(name[0]), Long.parseLong(name[1])).isAlive();
    }

    ChainFolders chain() {
        return ChainFolders.in(folder);
    }

    /** Nobody will want to look into it. */
    void deleteAtEnd() {
        delete = true;
    }

    /** The services have stopped: pictures and topics go; the logs too, unless somebody will want to look. */
    void end() {
        if (delete) {
            deleteWhileTheBrokerRuns(folder);
        } else {
            deleteWhileTheBrokerRuns(chain().data());
            ChainFolders.deleteTree(chain().temporary());
        }
    }

    /** The broker of a demo ends with this JVM, after its folder: it may write once more while that is deleted. */
    private static void deleteWhileTheBrokerRuns(Path tree) {
        try {
            ChainFolders.deleteTree(tree);
        } catch (UncheckedIOException e) {
            ChainFolders.deleteTree(tree);
        }
    }
}
