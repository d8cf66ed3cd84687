package org.emotionstream.evaluation.grouping;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import org.emotionstream.evaluation.dataset.Dataset;
import org.emotionstream.evaluation.dataset.LabelledPicture;
import org.emotionstream.evaluation.dataset.Splits;

/**
 * A data set whose groups hold all that must not be torn apart: pictures that the data set itself groups, those
 * of the same pixels, and those that are nearly identical to the eye, mirrored or not. Where the data set has no
 * splits, they are drawn by these groups.
 *
 * <p>Its hash is that of the data set: the groups follow from it.
 */
public final class GroupedDataset implements Dataset {
    private final Dataset dataset;
    private final String hash;
    private final List<LabelledPicture> pictures;

    private GroupedDataset(Dataset dataset, String hash, List<String> groups) {
        this.dataset = dataset;
        this.hash = hash;
        List<LabelledPicture> grouped = new ArrayList<>();
        for (int i = 0; i < groups.size(); i++) {
            LabelledPicture picture = dataset.pictures().get(i);
            String group = groups.get(i);
            grouped.add(picture.in(dataset.drawsSplits() ? Splits.drawn(group) : picture.split(), group));
        }
        this.pictures = List.copyOf(grouped);
    }

    /**
     * Groups a data set, on all processors: 40,000 small pictures take 10 CPU seconds the first time.
     *
     * @param dataset closed with the grouped one
     * @param folder for what can be used again: the groups, found once for the same data
     * @param done told how many pictures have been looked at, from any thread; never when the groups are there
     * @throws IOException when the folder cannot be used
     * @throws org.emotionstream.evaluation.dataset.DatasetException when a picture cannot be read
     */
    public static GroupedDataset of(Dataset dataset, Path folder, IntConsumer done) throws IOException {
        String hash = dataset.hash();
        GroupFile file = GroupFile.of(folder, hash);
        int count = dataset.pictures().size();
        Optional<List<String>> known = file.read().filter(groups -> groups.size() == count);
        if (known.isPresent()) {
            return new GroupedDataset(dataset, hash, known.get());
        }
        List<String> groups = Groups.of(dataset.pictures(), fingerprints(dataset, done));
        file.write(groups);
        return new GroupedDataset(dataset, hash, groups);
    }

    @Override
    public List<LabelledPicture> pictures() {
        return pictures;
    }

    @Override
    public byte[] bytes(LabelledPicture picture) {
        return dataset.bytes(picture);
    }

    @Override
    public String hash() {
        return hash;
    }

    @Override
    public String labelsHash() {
        return dataset.labelsHash();
    }

    @Override
    public boolean drawsSplits() {
        return dataset.drawsSplits();
    }

    @Override
    public List<String> remarks() {
        List<String> remarks = new ArrayList<>(dataset.remarks());
        remarks.add(String.format(
                Locale.ROOT,
                "%,d pictures in %,d groups; %,d without joining those of the same pixels and the nearly identical",
                pictures.size(),
                groups(pictures),
                groups(dataset.pictures())));
        return List.copyOf(remarks);
    }

    @Override
    public void close() {
        dataset.close();
    }

    private static long groups(List<LabelledPicture> pictures) {
        return pictures.stream().map(LabelledPicture::group).distinct().count();
    }

    private static List<Fingerprint> fingerprints(Dataset dataset, IntConsumer done) {
        AtomicInteger count = new AtomicInteger();
        return dataset.pictures().parallelStream()
                .map(picture -> {
                    Fingerprint fingerprint = FingerprintMaker.of(dataset.bytes(picture));
                    done.accept(count.incrementAndGet());
                    return fingerprint;
                })
                .toList();
    }
}
