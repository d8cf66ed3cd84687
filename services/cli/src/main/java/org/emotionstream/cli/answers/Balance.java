package org.emotionstream.cli.answers;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.emotionstream.cli.pictures.SentPicture;

/** Every picture that was sent, and which of them are answered. For one thread. */
public final class Balance {
    private final Map<String, SentPicture> open = new LinkedHashMap<>();
    private int finals;
    private int rejected;

    /** This picture is on its way. */
    public void sent(SentPicture picture) {
        open.put(picture.imageId(), picture);
    }

    /** The picture that this answers; empty when it is not one of ours, or was answered before. */
    public Optional<SentPicture> answered(PictureAnswer answer) {
        Optional<SentPicture> picture = Optional.ofNullable(open.remove(answer.imageId()));
        if (picture.isPresent()) {
            if (answer instanceof PictureAnswer.Final) {
                finals++;
            } else {
                rejected++;
            }
        }
        return picture;
    }

    /** The pictures that have no answer yet, in the order in which they were sent. */
    public List<SentPicture> missing() {
        return new ArrayList<>(open.values());
    }

    /** For example {@code 12 images: 12 final, 0 rejected, 0 missing}. */
    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%d images: %d final, %d rejected, %d missing",
                finals + rejected + open.size(),
                finals,
                rejected,
                open.size());
    }
}
