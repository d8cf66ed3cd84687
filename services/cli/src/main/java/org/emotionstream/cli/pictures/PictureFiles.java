package org.emotionstream.cli.pictures;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.emotionstream.cli.terminal.CommandException;
import org.emotionstream.cli.terminal.ExitCodes;

/**
 * The pictures that a command line names.
 *
 * @param pictures in the order of the command line; those of a folder by path
 * @param skipped files of folders that are no picture by their names, counted by the end of the name
 * @param problems entries of folders that should be sent and cannot be, one sentence each
 */
public record PictureFiles(List<PictureFile> pictures, Map<String, Integer> skipped, List<String> problems) {
    private static final List<String> SUFFIXES =
            List.of(".jpg", ".jpeg", ".jpe", ".jfif", ".jif", ".png", ".webp", ".bmp", ".dib");
    private static final int KINDS = 5;

    public PictureFiles {
        pictures = List.copyOf(pictures);
        skipped = Map.copyOf(skipped);
        problems = List.copyOf(problems);
    }

    /** These files, each named by itself. */
    public static PictureFiles named(List<Path> files) {
        return new PictureFiles(files.stream().map(PictureFile::named).toList(), Map.of(), List.of());
    }

    /**
     * A file is taken whatever its name; of a folder and the folders in it, what is a picture by its name. An
     * entry of a folder that cannot be read costs that entry.
     *
     * @throws CommandException when something that is named is not there or cannot be read, or there is no
     *     picture at all
     */
    public static PictureFiles find(List<Path> filesAndFolders) {
        List<PictureFile> pictures = new ArrayList<>();
        Map<String, Integer> skipped = new TreeMap<>();
        List<String> problems = new ArrayList<>();
        for (Path path : filesAndFolders) {
            checkNamed(path);
            if (Files.isDirectory(path)) {
                PictureFiles below = PictureWalk.through(path, PictureFiles::isNamedLikeOne);
                pictures.addAll(below.pictures());
                below.skipped().forEach((kind, count) -> skipped.merge(kind, count, Integer::sum));
                problems.addAll(below.problems());
            } else {
                pictures.add(PictureFile.named(path));
            }
        }
        PictureFiles found = new PictureFiles(pictures, skipped, problems);
        if (pictures.isEmpty()) {
            throw found.nothing(filesAndFolders);
        }
        return found;
    }

    private static void checkNamed(Path path) {
        CommandException.check(
                !path.toString().isEmpty(), "expected the name of a file or folder, found an empty argument");
        String shown = FileName.shown(path);
        CommandException.check(
                Files.exists(path),
                Files.exists(path, LinkOption.NOFOLLOW_LINKS)
                        ? shown + " is a link to something that is not there"
                        : "there is no file or folder " + shown);
        CommandException.check(
                Files.isDirectory(path) || Files.isRegularFile(path),
                shown + " is not a regular file but a pipe, socket or device: write the picture into a file "
                        + "and send that");
        CommandException.check(
                Files.isDirectory(path) || Files.isReadable(path), "cannot read " + shown + ": no permission");
    }

    private CommandException nothing(List<Path> where) {
        List<String> lines = new ArrayList<>();
        String places = where.stream().map(FileName::shown).collect(Collectors.joining(", "));
        lines.add("there is no picture (" + String.join(" ", SUFFIXES) + ") in " + places
                + skippedInWords().map(words -> "; " + words).orElse(""));
        lines.addAll(problems);
        return new CommandException(ExitCodes.USAGE, lines);
    }

    /** How many files were skipped. */
    public int skippedCount() {
        return skipped.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** How many files were skipped, and why; empty for none. */
    public Optional<String> skippedInWords() {
        if (skipped.isEmpty()) {
            return Optional.empty();
        }
        String kinds = skipped.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(KINDS)
                .map(kind -> kind.getValue() + " " + kind.getKey())
                .collect(Collectors.joining(", "));
        return Optional.of("skipped " + skippedCount() + (skippedCount() == 1 ? " file" : " files")
                + " without a picture extension (" + kinds + (skipped.size() > KINDS ? ", others" : "") + ")");
    }

    private static boolean isNamedLikeOne(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return SUFFIXES.stream().anyMatch(name::endsWith);
    }

    /** The end of its name by which a skipped file is counted. */
    static String suffix(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        int dot = name.lastIndexOf('.');
        return dot <= 0 || name.length() - dot > 8 ? "without a usual extension" : name.substring(dot);
    }
}
