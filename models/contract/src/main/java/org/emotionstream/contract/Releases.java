package org.emotionstream.contract;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The folder of all releases: one sub-folder each, named by its id, and the file {@code DEFAULT}, which
 * holds the id of the release that serves unless a setting says otherwise.
 *
 * @param folder of all releases
 */
public record Releases(Path folder) {
    /** The one place where the default release is named. */
    public static final String DEFAULT_FILE = "DEFAULT";

    /**
     * The id of the release that serves by default.
     *
     * @throws ReleaseException when the file {@code DEFAULT} cannot be read or is empty
     */
    public String defaultId() {
        return idIn(folder.resolve(DEFAULT_FILE));
    }

    /**
     * The id that a file such as {@link #DEFAULT_FILE} names, wherever it lies.
     *
     * @throws ReleaseException when it cannot be read or is empty
     */
    public static String idIn(Path file) {
        try {
            String id = Files.readString(file).strip();
            if (id.isEmpty()) {
                throw new ReleaseException(file + " names no release");
            }
            return id;
        } catch (IOException e) {
            throw new ReleaseException(
                    "cannot read " + file + ", which names the default release: is " + file.getParent()
                            + " the folder that was meant?",
                    e);
        }
    }

    /**
     * The release of this id, read and checked.
     *
     * @throws ReleaseException when there is none, or it is not whole
     */
    public StoredRelease read(String id) {
        return ReleaseReader.read(folderOf(id));
    }

    /**
     * What is stored under this id now; its files are not looked at.
     *
     * @throws ReleaseException when there is no such release
     */
    public ReleaseContent content(String id) {
        return new ReleaseContent(id, ReleaseReader.hash(folderOf(id).resolve(ReleaseReader.FILE)));
    }

    /** Whether this can be the id of a release. One that comes from an event must not lead out of the folder. */
    public static boolean isId(String id) {
        return id.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");
    }

    private Path folderOf(String id) {
        if (!isId(id)) {
            throw new ReleaseException("\"" + id + "\" cannot be a release's id: letters, digits, . _ - only");
        }
        if (!Files.isDirectory(folder.resolve(id))) {
            throw new ReleaseException("there is no release " + id + " in " + folder.toAbsolutePath());
        }
        return folder.resolve(id);
    }
}
