package org.emotionstream.cli.chain;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.apache.kafka.common.utils.Utils;
import org.emotionstream.cli.checkout.Checkout;

/**
 * Where one chain writes to.
 *
 * @param data topics of the broker, state of the combiner, journal of the landmarker
 * @param logs one file a process
 * @param temporary what the processes unpack for the time that they run
 */
public record ChainFolders(Path data, Path logs, Path temporary) {
    /** All in one folder, for a chain that goes away with it. */
    public static ChainFolders in(Path folder) {
        return new ChainFolders(folder.resolve("data"), folder.resolve("logs"), folder.resolve("tmp"));
    }

    /** The log of this process. */
    public Path log(String process) {
        return logs.resolve(process + ".log");
    }

    /** Makes those that are not there. */
    public ChainFolders make() {
        Checkout.made(data);
        Checkout.made(logs);
        Checkout.made(temporary);
        return this;
    }

    /** Deletes a folder with all that is in it; one that is not there is none. */
    public static void deleteTree(Path tree) {
        try {
            Utils.delete(tree.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete " + tree, e);
        }
    }
}
