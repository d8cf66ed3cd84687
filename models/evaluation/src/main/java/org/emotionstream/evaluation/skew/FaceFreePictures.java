package org.emotionstream.evaluation.skew;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.emotionstream.contract.Emotion;
import org.emotionstream.evaluation.dataset.Dataset;
import org.emotionstream.evaluation.dataset.LabelledPicture;

/**
 * Pictures without faces, read when they are needed.
 *
 * @param count how many
 * @param read the encoded picture of an index from 0
 */
record FaceFreePictures(int count, IntFunction<byte[]> read) {
    /** Those of a data set that are labelled as no face. */
    static FaceFreePictures of(Dataset dataset, List<LabelledPicture> pictures) {
        List<LabelledPicture> drawings = pictures.stream()
                .filter(picture ->
                        picture.label().filter(Emotion.NO_FACE::equals).isPresent())
                .toList();
        return new FaceFreePictures(drawings.size(), index -> dataset.bytes(drawings.get(index)));
    }

    static FaceFreePictures of(List<Path> files) {
        return new FaceFreePictures(files.size(), index -> {
            try {
                return Files.readAllBytes(files.get(index));
            } catch (IOException e) {
                throw new UncheckedIOException("cannot read " + files.get(index), e);
            }
        });
    }

    byte[] bytes(int index) {
        return read.apply(index);
    }

    List<Integer> indices() {
        return IntStream.range(0, count).boxed().toList();
    }
}
