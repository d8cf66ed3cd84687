package org.emotionstream.cli.pictures;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.emotionstream.cli.terminal.CommandException;
import org.emotionstream.cli.terminal.ExitCodes;

/**
 * The twelve photographs of {@code examples/faces} in Debian's package of the dlib library, whose name
 * carries dlib's version. Where documentation was excluded when the package was installed, as in container
 * images, the package is downloaded again and unpacked into our own folder.
 *
 * @param downloads where a package is unpacked to if need be; kept, so that it is downloaded once
 * @param progress gets a line before anything is downloaded
 */
public record DefaultPictures(Path downloads, Consumer<String> progress) {
    private static final String FOLDER = "/examples/faces/";
    private static final String SUFFIX = ".jpg";
    private static final String UPDATE =
            "if [ $(id -u) = 0 ]; then apt-get update -q; else sudo -n apt-get update -q; fi";

    /**
     * The photographs, by name.
     *
     * @throws CommandException when this machine has no such package or cannot download it
     */
    public List<Path> find() {
        List<String> packages = Tool.lines("dpkg-query", "-W", "-f", "${Package}\\n", "libdlib*").stream()
                .filter(name -> !listed(name).isEmpty())
                .toList();
        if (packages.isEmpty()) {
            throw missing("no installed package has them: sudo apt-get install libdlib-dev");
        }
        List<Path> installed = listed(packages.get(0));
        return installed.stream().allMatch(Files::isReadable) ? installed : downloaded(packages.get(0));
    }

    /** The photographs that dpkg lists for this package, whether or not they were installed. */
    private static List<Path> listed(String packageName) {
        return Tool.lines("dpkg", "-L", packageName).stream()
                .filter(line -> line.contains(FOLDER) && line.endsWith(SUFFIX))
                .map(Path::of)
                .sorted()
                .toList();
    }

    private List<Path> downloaded(String packageName) {
        List<Path> before = unpacked();
        if (!before.isEmpty()) {
            return before;
        }
        progress.accept("downloading the example photographs: apt-get download " + packageName);
        try {
            Files.createDirectories(downloads);
            String[] download = {"apt-get", "download", "-q", packageName};
            if (Tool.run(downloads, download).exitCode() != 0) {
                // An image whose lists of packages were deleted after the installation.
                Tool.run(downloads, "sh", "-c", UPDATE).require();
                Tool.run(downloads, download).require();
            }
            for (Path archive : files(downloads, ".deb")) {
                Tool.run(Path.of("."), "dpkg-deb", "-x", archive.toString(), downloads.toString())
                        .require();
                Files.delete(archive);
            }
        } catch (IOException e) {
            throw missing("cannot write to " + downloads + ": " + e.getMessage());
        }
        List<Path> after = unpacked();
        if (after.isEmpty()) {
            throw missing("the package " + packageName + " holds none");
        }
        return after;
    }

    private List<Path> unpacked() {
        return files(downloads, SUFFIX).stream()
                .filter(file -> file.toString().contains(FOLDER))
                .toList();
    }

    private static List<Path> files(Path folder, String suffix) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(suffix))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw missing("cannot read " + folder + ": " + e.getMessage());
        }
    }

    private static CommandException missing(String why) {
        return new CommandException(
                ExitCodes.MACHINE,
                "cannot find the example photographs of Debian's dlib package (" + why
                        + "); or name pictures of your own: ./emotionstream demo FILE|DIR...");
    }
}
