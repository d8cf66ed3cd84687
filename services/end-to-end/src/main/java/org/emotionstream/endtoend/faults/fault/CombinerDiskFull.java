package org.emotionstream.endtoend.faults.fault;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.emotionstream.cli.checkout.Checkout;
import org.emotionstream.endtoend.faults.processes.Command;
import org.emotionstream.endtoend.faults.processes.Until;

/**
 * The disk under the stores of the combiner, a small one of its own, is full; the combiner is killed, and
 * cannot start again until there is space.
 */
public final class CombinerDiskFull implements Fault {
    private static final String COMBINER = "combiner";
    private static final Duration FULL = Duration.ofSeconds(8);
    private static final int BLOCK = 4 * 1024;

    @Override
    public Optional<String> obstacle() {
        return "root".equals(System.getProperty("user.name"))
                ? Optional.empty()
                : Optional.of("only root may mount the small disk that it fills");
    }

    @Override
    public void inject(Scene scene, Injections injections) throws InterruptedException {
        Path disk = Checkout.made(scene.folder().resolve("small-disk"));
        Command.run("mount", "-t", "tmpfs", "-o", "size=96m", "emotionstream-faults", disk.toString());
        try {
            Path state = disk.resolve("state");
            scene.chain().restart(COMBINER, Map.of("combiner.state-directory", state.toString()));
            scene.recover();
            Path filler = disk.resolve("filler");
            fill(filler);
            int endedBefore = scene.chain().endedByThemselves();
            Kills.kill(scene, injections, COMBINER);
            // What it gives up while it starts is taken at once.
            Until.within(FULL, () -> {
                fill(filler);
                return false;
            });
            if (scene.chain().endedByThemselves() == endedBefore) {
                throw new IllegalStateException("the combiner has started on a disk that is full");
            }
            delete(filler);
            injections.recovered(scene.recover());
            scene.chain().awaitReady(COMBINER);
            scene.chain().restart(COMBINER, Map.of());
        } finally {
            // Also when the combiner still has files there.
            Command.run("umount", "--lazy", disk.toString());
        }
    }

    private static void fill(Path filler) {
        try (OutputStream out = Files.newOutputStream(filler, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            byte[] block = new byte[BLOCK];
            while (true) {
                out.write(block);
            }
        } catch (IOException e) {
            return; // no space left: that is the end of it
        }
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete " + file, e);
        }
    }
}
