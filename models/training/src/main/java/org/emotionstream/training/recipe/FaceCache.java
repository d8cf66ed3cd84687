package org.emotionstream.training.recipe;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.emotionstream.contract.Landmarks;
import org.emotionstream.contract.Tile;
import org.emotionstream.training.recipe.FaceExtractor.FoundFace;

/**
 * The faces that were found in a data set, in one file, so that a second training does not search again.
 * Layout: their number, then for each row its id, whether a face was found, and if so its tile (10,000
 * bytes) and landmarks (272 bytes).
 *
 * @param file where they are kept; absent before the first time
 */
record FaceCache(Path file) {
    Optional<Map<String, Optional<FoundFace>>> read() throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 20))) {
            int count = in.readInt();
            Map<String, Optional<FoundFace>> faces = new LinkedHashMap<>(2 * count);
            for (int i = 0; i < count; i++) {
                String id = in.readUTF();
                faces.put(id, in.readBoolean() ? Optional.of(readFace(in)) : Optional.empty());
            }
            return Optional.of(faces);
        }
    }

    private static FoundFace readFace(DataInputStream in) throws IOException {
        byte[] tile = in.readNBytes(Tile.PLANE_BYTES);
        return new FoundFace(Tile.owning(tile), Landmarks.ofBytes(ByteBuffer.wrap(in.readNBytes(Landmarks.BYTES))));
    }

    /** Writes beside the file first, so that an interruption leaves no half of it. */
    void write(Map<String, Optional<FoundFace>> faces) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Path partial = file.resolveSibling(file.getFileName() + ".partial");
        try (DataOutputStream out =
                new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(partial), 1 << 20))) {
            out.writeInt(faces.size());
            for (Map.Entry<String, Optional<FoundFace>> face : faces.entrySet()) {
                out.writeUTF(face.getKey());
                out.writeBoolean(face.getValue().isPresent());
                if (face.getValue().isPresent()) {
                    out.write(face.getValue().get().tile().toBytes());
                    out.write(face.getValue().get().landmarks().toBytes());
                }
            }
        }
        Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
