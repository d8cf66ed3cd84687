package org.emotionstream.contract;

/**
 * A release by name and content: two services hold the same one when both are equal.
 *
 * @param id names the release
 * @param hash sha256 (lower-case hexadecimal) of its {@code release.json}, which lists the sha256 of every file
 */
public record ReleaseContent(String id, String hash) {
    private static final int SHOWN = 8;

    /** For people: the id, and as much of the hash as tells two contents apart. */
    @Override
    public String toString() {
        return id + " (" + hash.substring(0, Math.min(SHOWN, hash.length())) + ")";
    }
}
