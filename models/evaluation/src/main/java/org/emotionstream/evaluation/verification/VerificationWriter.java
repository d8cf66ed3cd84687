package org.emotionstream.evaluation.verification;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.emotionstream.contract.ReleaseReader;
import org.emotionstream.contract.Sha256;

/**
 * Records what a release answers, so that {@link ReleaseVerifier} can tell later, on any machine, whether it
 * still does.
 */
public final class VerificationWriter {
    private static final long SEED = 20;
    private static final int INPUTS = 8;

    private VerificationWriter() {}

    /**
     * Writes {@code verification.json} into a release that is otherwise complete, and lists it in its
     * {@code release.json}; whoever changes {@code release.json} after that has to call this again.
     *
     * @param folder of the release
     * @throws org.emotionstream.contract.ReleaseException when the release cannot be read or served
     * @throws IOException when it cannot be written to
     */
    public static void write(Path folder) throws IOException {
        Path file = folder.resolve(ReleaseReader.FILE);
        byte[] before = Files.readAllBytes(file);
        try {
            record(folder, new DescriptionFile(folder));
        } catch (IOException | RuntimeException e) {
            Files.write(file, before);
            throw e;
        }
    }

    private static void record(Path folder, DescriptionFile description) throws IOException {
        // Whatever was recorded before says nothing of what is there now.
        description.forgetRecording();
        RecordedOutputs outputs =
                new OutputRecorder(ReleaseReader.read(folder), new SeededInputs(SEED, INPUTS)).outputs();
        description.listRecording();
        new Recording(Recording.FORMAT_VERSION, description.hash(), SEED, INPUTS, outputs).write(folder);
        description.fillIn(Sha256.hex(folder.resolve(Recording.FILE)));
    }
}
