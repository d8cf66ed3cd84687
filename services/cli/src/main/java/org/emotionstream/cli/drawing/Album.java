package org.emotionstream.cli.drawing;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.emotionstream.cli.answers.PictureAnswer;
import org.emotionstream.cli.pictures.SentPicture;
import org.emotionstream.cli.terminal.CommandException;
import org.emotionstream.cli.terminal.ExitCodes;
import org.emotionstream.contract.FileFailure;
import org.emotionstream.schemas.ImageLandmarks;

/**
 * A folder with a copy of each answered picture and a page, {@code index.html}, that draws boxes, landmarks
 * and probabilities over them. A picture that cannot be copied is an entry on the page that says why. For one
 * thread.
 */
public final class Album {
    private final Path folder;
    private final List<AlbumEntry> entries = new ArrayList<>();
    private final Map<String, ImageLandmarks> landmarks = new HashMap<>();

    /**
     * @param folder made where it is not there; files of the same name in it are replaced
     * @throws CommandException when it cannot be made or written to
     */
    public Album(Path folder) {
        this.folder = folder;
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new CommandException(
                    ExitCodes.USAGE, "--pictures: cannot make the folder " + folder + ": " + FileFailure.kind(e), e);
        }
        if (!Files.isWritable(folder)) {
            throw new CommandException(
                    ExitCodes.USAGE, "--pictures: cannot write to the folder " + folder + ": no permission");
        }
    }

    /** The landmarks of a picture, without its tiles; before or after its answer. */
    public void landmarks(ImageLandmarks found) {
        found.getFaces().forEach(face -> face.setTile(ByteBuffer.allocate(0)));
        landmarks.put(found.getImageId(), found);
    }

    /** The answer to this picture. */
    public void answered(SentPicture picture, PictureAnswer answer) {
        if (answer instanceof PictureAnswer.Rejected rejected) {
            entries.add(new AlbumEntry.Unanswered(
                    picture.name(), "rejected: " + rejected.reason() + ": " + rejected.message()));
        } else if (answer instanceof PictureAnswer.Final whole) {
            PictureCopy copy = PictureCopy.make(picture, whole.emotions().getDigest(), folder, entries.size() + 1);
            entries.add(new AlbumEntry.Answered(picture.name(), whole.emotions(), copy));
        }
    }

    /** Whether pictures are answered whose landmarks have not come. */
    public boolean isWaiting() {
        return entries.stream()
                .anyMatch(entry -> entry instanceof AlbumEntry.Answered answered
                        && !landmarks.containsKey(answered.image().getImageId()));
    }

    /** Where the page is, once it is written. */
    public Path page() {
        return folder.resolve("index.html");
    }

    /**
     * Writes the page; landmarks that have not come are not on it.
     *
     * @param balance the last line of the command
     * @param missing pictures without an answer
     * @throws IOException when the page cannot be written; nothing is left of it then
     */
    public void finish(String balance, List<SentPicture> missing) throws IOException {
        missing.forEach(picture -> entries.add(new AlbumEntry.Unanswered(picture.name(), "no answer came in time")));
        IndexPage index = new IndexPage(balance, entries, id -> Optional.ofNullable(landmarks.get(id)));
        try (BufferedWriter writer = Files.newBufferedWriter(page())) {
            index.write(writer);
        } catch (IOException e) {
            Files.deleteIfExists(page());
            throw e;
        }
    }
}
