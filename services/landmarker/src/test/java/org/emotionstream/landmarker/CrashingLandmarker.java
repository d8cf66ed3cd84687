package org.emotionstream.landmarker;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.bytedeco.javacpp.Pointer;
import org.emotionstream.contract.BoundingBox;
import org.emotionstream.events.configuration.ChainConfiguration;
import org.emotionstream.events.configuration.Settings;
import org.emotionstream.events.configuration.Topics;
import org.emotionstream.events.loop.LoopThread;
import org.emotionstream.events.releases.Releasing;
import org.emotionstream.events.wire.Schemas;
import org.emotionstream.landmarker.journal.CrashJournal;
import org.emotionstream.landmarks.Face;
import org.emotionstream.landmarks.PictureOutcome;
import org.emotionstream.landmarks.TileArea;

/**
 * The landmarker with its own journal, channel and loop, and a step that ends the process on one picture: by a write
 * to memory that is not its own, as a decoder with a fault does, by an exception there or in our own code, because it never
 * comes back, or killed, as by a system without memory.
 */
public final class CrashingLandmarker {
    static final String CRASHES = "crashes native code";
    static final String THROWS = "has native code throw";
    static final String BREAKS_OURS = "has our own code throw behind native code";
    static final String HANGS = "never comes back";
    static final String IS_KILLED = "has the process killed";

    private static final long NANOS_A_PICTURE = 20_000_000;
    private static final int NOBODYS_MEMORY = 64;

    private CrashingLandmarker() {}

    /** Settings come from system properties; the journal is in the folder of the one argument. */
    public static void main(String[] arguments) {
        ChainConfiguration chain = Settings.readChain(Map.of());
        SimpleMeterRegistry registry = new SimpleMeterRegistry();
        CrashJournal journal = CrashJournal.open(Path.of(arguments[0]), "one");
        Topics topics = Topics.of(chain);
        LandmarkerChannel channel = new LandmarkerChannel(
                topics,
                LandmarkerChannel.stage(topics, Optional.empty(), 2),
                () -> new ReleasedStep("release", 1, CrashingLandmarker::step),
                Releasing.FIXED,
                Schemas.none(),
                journal::close,
                registry,
                new PictureMetrics(registry, "landmarker"),
                new JournaledGuard(journal, registry),
                true);
        new LoopThread("landmarker", chain, () -> channel, registry, () -> Runtime.getRuntime()
                        .halt(1))
                .start();
    }

    private static PictureOutcome step(ByteBuffer encoded) {
        // Long enough that others are in hand when the process ends.
        LockSupport.parkNanos(NANOS_A_PICTURE);
        String text = StandardCharsets.UTF_8.decode(encoded.duplicate()).toString();
        if (text.equals(CRASHES)) {
            Pointer.memset(new Nobodys(), 1, 1);
        } else if (text.equals(THROWS)) {
            throw new IllegalArgumentException("std::bad_alloc");
        } else if (text.equals(BREAKS_OURS)) {
            // Without a reason, which the channel does not expect.
            TileArea area = new TileArea(0, 0, 100, 100);
            Face failed = new Face.Failed(new BoundingBox(0, 0, 100, 100), 1, area, null);
            return new PictureOutcome.Decoded(100, 100, List.of(failed), 0, 80);
        } else if (text.equals(HANGS)) {
            while (!text.isEmpty()) {
                LockSupport.parkNanos(NANOS_A_PICTURE);
            }
        } else if (text.equals(IS_KILLED)) {
            kill();
        }
        return new PictureOutcome.Decoded(100, 100, List.of(), 0, 80);
    }

    private static void kill() {
        try {
            Process kill = new ProcessBuilder(
                            "kill", "-9", Long.toString(ProcessHandle.current().pid()))
                    .start();
            kill.waitFor();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class Nobodys extends Pointer {
        Nobodys() {
            address = NOBODYS_MEMORY;
        }
    }
}
