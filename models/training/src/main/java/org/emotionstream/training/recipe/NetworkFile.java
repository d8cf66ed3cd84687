package org.emotionstream.training.recipe;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.emotionstream.contract.FileFailure;
import org.emotionstream.evaluation.history.EpochScores;
import org.emotionstream.training.network.Architecture;
import org.emotionstream.training.network.ParameterShape;
import org.emotionstream.training.network.PictureScaling;
import org.emotionstream.training.optimisation.TrainedNetwork;

/**
 * A finished network, kept so that a training that was interrupted, or that only fits the head anew, does
 * not train it again. Layout: epoch, number of epochs, the scores after each, scale and shift, then the weights as
 * big-endian floats.
 *
 * @param file where it is kept; absent before it is finished
 */
public record NetworkFile(Path file) {
    /** The network, if it is there. */
    public Optional<TrainedNetwork> read(Architecture architecture) throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 20))) {
            int epoch = in.readInt();
            int epochs = in.readInt();
            List<EpochScores> history = new ArrayList<>();
            for (int i = 0; i < epochs; i++) {
                history.add(new EpochScores(in.readDouble(), in.readDouble(), in.readDouble(), in.readDouble()));
            }
            PictureScaling scaling = new PictureScaling(in.readFloat(), in.readFloat());
            List<float[]> weights = new ArrayList<>();
            for (ParameterShape shape : architecture.parameters()) {
                float[] values = new float[shape.count()];
                ByteBuffer.wrap(in.readNBytes(values.length * Float.BYTES))
                        .asFloatBuffer()
                        .get(values);
                weights.add(values);
            }
            return Optional.of(new TrainedNetwork(architecture, scaling, weights, epoch, history));
        }
    }

    /**
     * The network that is kept here, or else the one that is trained now, which is then kept.
     *
     * @param kept told when nothing has to be trained
     * @throws UncheckedIOException when the file can be neither read nor written
     */
    public TrainedNetwork orTrained(Architecture architecture, Runnable kept, Supplier<TrainedNetwork> training) {
        try {
            Optional<TrainedNetwork> stored = read(architecture);
            if (stored.isPresent()) {
                kept.run();
                return stored.get();
            }
            TrainedNetwork network = training.get();
            write(network);
            return network;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot use the folder of trained networks: " + FileFailure.inWords(e), e);
        }
    }

    /** Keeps the network; writes beside the file first, so that an interruption leaves no half of it. */
    public void write(TrainedNetwork network) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Path partial = file.resolveSibling(file.getFileName() + ".partial");
        try (DataOutputStream out =
                new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(partial), 1 << 20))) {
            out.writeInt(network.epoch());
            out.writeInt(network.history().size());
            for (EpochScores scores : network.history()) {
                out.writeDouble(scores.trainingLoss());
                out.writeDouble(scores.trainingAccuracy());
                out.writeDouble(scores.heldOutLoss());
                out.writeDouble(scores.heldOutAccuracy());
            }
            out.writeFloat(network.scaling().scale());
            out.writeFloat(network.scaling().shift());
            for (float[] values : network.weights()) {
                ByteBuffer bytes = ByteBuffer.allocate(values.length * Float.BYTES);
                bytes.asFloatBuffer().put(values);
                out.write(bytes.array());
            }
        }
        Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
