package org.emotionstream.cli.drawing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.emotionstream.cli.CommandException;
import org.emotionstream.cli.ExitCodes;
import org.emotionstream.cli.answers.Answer;
import org.emotionstream.cli.pictures.SentPicture;
import org.emotionstream.schemas.ImageEmotions;
import org.emotionstream.schemas.ImageLandmarks;

/**
 * A folder with a drawing of each answered picture and a page, {@code index.html}, that shows them all. A
 * picture is drawn once both its answer and its landmarks are known, in whatever order they come. For one
 * thread.
 */
public final class Album {
    private final Path folder;
    private final Map<String, SentPicture> pictures = new LinkedHashMap<>();
    private final Map<String, ImageEmotions> waiting = new LinkedHashMap<>();
    private final Map<String, ImageLandmarks> landmarks = new HashMap<>();
    private final List<IndexPage.Entry> entries = new ArrayList<>();

    /**
     * @param folder made where it is not there; files of the same name in it are replaced
     * @throws CommandException when it cannot be made
     */
    public Album(Path folder) {
        this.folder = folder;
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new CommandException(ExitCodes.USAGE, "cannot make the folder " + folder + ": " + e.getMessage(), e);
        }
    }

    /** The landmarks of a picture, without its tiles. */
    public void landmarks(ImageLandmarks found) {
        found.getFaces().forEach(face -> face.setTile(java.nio.ByteBuffer.allocate(0)));
        landmarks.put(found.getImageId(), found);
        Optional.ofNullable(waiting.remove(found.getImageId()))
                .ifPresent(emotions -> draw(pictures.get(found.getImageId()), emotions));
    }

    /** The answer to this picture. */
    public void answered(SentPicture picture, Answer answer) {
        pictures.put(picture.imageId(), picture);
        if (answer instanceof Answer.Rejected rejected) {
            entries.add(IndexPage.Entry.rejected(picture.name(), rejected.reason() + ": " + rejected.message()));
        } else if (answer instanceof Answer.Final whole) {
            if (landmarks.containsKey(picture.imageId())) {
                draw(picture, whole.emotions());
            } else {
                waiting.put(picture.imageId(), whole.emotions());
            }
        }
    }

    /** Whether pictures are answered whose landmarks have not come. */
    public boolean isWaiting() {
        return !waiting.isEmpty();
    }

    private void draw(SentPicture picture, ImageEmotions emotions) {
        String name = picture.name();
        String file =
                String.format(Locale.ROOT, "%04d-%s.jpg", entries.size() + 1, name.replaceAll("[^A-Za-z0-9._-]", "_"));
        Optional<ImageLandmarks> points = Optional.ofNullable(landmarks.remove(picture.imageId()));
        new AnnotatedPicture(name, emotions, points).write(picture.file(), folder.resolve(file));
        entries.add(IndexPage.Entry.answered(name, file, emotions));
    }

    /**
     * Draws what is left, without points where they have not come, and writes the page.
     *
     * @param balance the last line of the command
     * @return the page
     */
    public Path finish(String balance) {
        Map.copyOf(waiting).forEach((id, emotions) -> draw(pictures.get(id), emotions));
        waiting.clear();
        Path page = folder.resolve("index.html");
        try {
            return Files.writeString(page, new IndexPage(balance, entries).html());
        } catch (IOException e) {
            throw new CommandException(ExitCodes.INCOMPLETE, "cannot write " + page + ": " + e.getMessage(), e);
        }
    }
}
