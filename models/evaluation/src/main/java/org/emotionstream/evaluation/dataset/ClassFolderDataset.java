package org.emotionstream.evaluation.dataset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.emotionstream.contract.Emotion;
import org.emotionstream.contract.FileFailure;
import org.emotionstream.contract.Sha256;

/**
 * A folder for each class, its pictures anywhere below it; above the classes there may be a folder for each
 * split. A picture's id is its path, and that is its group. Without splits a tenth of the groups is drawn for
 * {@code valid}.
 */
public final class ClassFolderDataset implements Dataset {
    private static final String SOURCE = "folder";
    private static final Set<String> ENDINGS = Set.of("jpg", "jpeg", "png", "webp", "bmp");

    private final ClassFolderLayout layout;
    private final PictureFolder folder;
    private final List<LabelledPicture> pictures = new ArrayList<>();
    private int otherFiles;

    private ClassFolderDataset(ClassFolderLayout layout) {
        this.layout = layout;
        this.folder = new PictureFolder(layout.folder());
    }

    /**
     * The data set in this folder.
     *
     * @throws DatasetException when a folder is that of no class, or there is no picture
     */
    public static ClassFolderDataset open(Path folder) {
        ClassFolderLayout layout = ClassFolderLayout.find(folder)
                .orElseThrow(() -> new DatasetException(folder + ": expected a folder for each class, of "
                        + Emotion.labels() + ", found none of them"));
        ClassFolderDataset dataset = new ClassFolderDataset(layout);
        dataset.addAll();
        if (dataset.pictures.isEmpty()) {
            throw new DatasetException(folder + ": expected pictures in the folders of the classes, files that end in "
                    + new TreeSet<>(ENDINGS) + ", found none");
        }
        return dataset;
    }

    @Override
    public List<LabelledPicture> pictures() {
        return Collections.unmodifiableList(pictures);
    }

    @Override
    public byte[] bytes(LabelledPicture picture) {
        return folder.bytes(picture.id());
    }

    @Override
    public String hash() {
        return Digests.hex(labelsHash(), this);
    }

    /** That of the paths, which say split and class. */
    @Override
    public String labelsHash() {
        String paths = pictures.stream().map(LabelledPicture::id).collect(Collectors.joining("\n"));
        return Sha256.hex(paths);
    }

    @Override
    public boolean drawsSplits() {
        return layout.splits().isEmpty();
    }

    @Override
    public List<String> remarks() {
        List<String> remarks = new ArrayList<>();
        if (drawsSplits()) {
            remarks.add("there are no folders train and valid above the classes: "
                    + Math.round(100 * Splits.VALID_SHARE) + " % of the groups are drawn for " + Splits.VALID);
        }
        if (otherFiles > 0) {
            remarks.add(otherFiles + " files are not looked at: their names do not end in " + new TreeSet<>(ENDINGS));
        }
        return List.copyOf(remarks);
    }

    @Override
    public void close() {
        // Files are opened for as long as they are read.
    }

    private void addAll() {
        if (drawsSplits()) {
            addClasses(layout.folder(), Optional.empty());
        } else {
            layout.splits().forEach((parent, split) -> addClasses(parent, Optional.of(split)));
            refuseClassesBeside();
        }
    }

    private void refuseClassesBeside() {
        for (Path child : ClassFolderLayout.children(layout.folder())) {
            if (Files.isDirectory(child) && !layout.splits().containsKey(child)) {
                throw new DatasetException(child + ": expected only folders of splits beside "
                        + layout.splits().keySet() + ", found another");
            }
        }
    }

    private void addClasses(Path parent, Optional<String> split) {
        for (Path child : ClassFolderLayout.children(parent)) {
            if (Files.isDirectory(child)) {
                Emotion emotion = ClassNames.find(ClassFolderLayout.name(child))
                        .orElseThrow(() -> new DatasetException(child + ": expected a folder named after one of "
                                + Emotion.labels() + ", found another; move it away if it does not belong here"));
                files(child).forEach(file -> add(file, emotion, split));
            } else {
                otherFiles++;
            }
        }
    }

    private void add(Path file, Emotion emotion, Optional<String> split) {
        String name = ClassFolderLayout.name(file).toLowerCase(Locale.ROOT);
        if (!ENDINGS.contains(name.substring(name.lastIndexOf('.') + 1))) {
            otherFiles++;
            return;
        }
        String id = layout.folder()
                .relativize(file)
                .toString()
                .replace(file.getFileSystem().getSeparator(), "/");
        pictures.add(new LabelledPicture(
                id,
                SOURCE,
                split.orElseGet(() -> Splits.drawn(id)),
                Optional.of(emotion),
                emotion.label(),
                Optional.empty(),
                id));
    }

    /** All files below a folder, hidden ones left out, in the order of their paths. */
    private static List<Path> files(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> isVisible(folder.relativize(file)))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new DatasetException("cannot list the folder " + folder + ": " + FileFailure.inWords(e), e);
        }
    }

    private static boolean isVisible(Path relative) {
        return StreamSupport.stream(relative.spliterator(), false)
                .noneMatch(part -> part.toString().startsWith("."));
    }
}
