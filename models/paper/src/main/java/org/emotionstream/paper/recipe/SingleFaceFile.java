package org.emotionstream.paper.recipe;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.emotionstream.contract.Emotion;
import org.emotionstream.contract.Landmarks;
import org.emotionstream.contract.Tile;

/**
 * The faces to learn from, kept so that an interrupted training does not search again. Layout: their number,
 * then of each the position of its picture, the ordinal of its class, its planes (1 or 3), its tile (10,000
 * bytes a plane) and its landmarks (272 bytes).
 *
 * @param file where they are kept; absent before the first time
 */
record SingleFaceFile(Path file) {
    Optional<List<SingleFace>> read() throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 20))) {
            int count = in.readInt();
            List<SingleFace> faces = new ArrayList<>(count);
            for (int i = 0; i < count; i++) {
                faces.add(readFace(in));
            }
            return Optional.of(faces);
        }
    }

    private static SingleFace readFace(DataInputStream in) throws IOException {
        int position = in.readInt();
        Emotion label = Emotion.values()[in.readByte()];
        byte[] tile = in.readNBytes(in.readByte() * Tile.PLANE_BYTES);
        Landmarks landmarks = Landmarks.ofBytes(ByteBuffer.wrap(in.readNBytes(Landmarks.BYTES)));
        return new SingleFace(position, label, Tile.owning(tile), landmarks);
    }

    /** Writes beside the file first, so that an interruption leaves no half of it. */
    void write(List<SingleFace> faces) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Path partial = file.resolveSibling(file.getFileName() + ".partial");
        try (DataOutputStream out =
                new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(partial), 1 << 20))) {
            out.writeInt(faces.size());
            for (SingleFace face : faces) {
                out.writeInt(face.position());
                out.writeByte(face.label().ordinal());
                out.writeByte(face.tile().channels());
                out.write(face.tile().toBytes());
                out.write(face.landmarks().toBytes());
            }
        }
        Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
