package org.emotionstream.contract;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Reads a release from its folder and checks all that can be checked without computing with it. */
public final class ReleaseReader {
    /** The format of {@code release.json} that this code reads and writes. */
    public static final int FORMAT_VERSION = 2;

    /** The file that describes a release. */
    public static final String FILE = "release.json";

    private static final Set<String> POLICIES = Set.of("face-crop", "landmark-crop", "whole-picture");
    private static final Set<String> COLOURS = Set.of("grey", "bgr");
    private static final Set<String> INTERPOLATIONS = Set.of("area-linear", "linear");

    private static final ObjectMapper JSON = new ObjectMapper()
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES);

    private ReleaseReader() {}

    /**
     * The release in this folder, its files' hashes and its head checked.
     *
     * @throws ReleaseException when it cannot be read, or is not whole: the message names the file or field,
     *     what was expected and what is there
     */
    public static StoredRelease read(Path folder) {
        Release release = parse(folder.resolve(FILE));
        check(release, folder);
        release.files().forEach((name, expected) -> checkHash(folder.resolve(name), expected));
        StoredRelease stored = new StoredRelease(folder, release);
        HeadFile.read(stored.head());
        return stored;
    }

    private static Release parse(Path file) {
        try {
            JsonNode json = JSON.readTree(file.toFile());
            expect(
                    file + ": ",
                    "formatVersion",
                    FORMAT_VERSION,
                    json.path("formatVersion").asInt());
            return JSON.treeToValue(json, Release.class);
        } catch (IOException e) {
            throw new ReleaseException("cannot read " + file + ": " + FileFailure.inWords(e), e);
        }
    }

    private static void check(Release release, Path folder) {
        String where = folder.resolve(FILE) + ": ";
        expect(where, "id", folder.toAbsolutePath().normalize().getFileName().toString(), release.id());
        expect(where, "classes", Emotion.labels(), release.classes());
        expect(where, "tile.size", Tile.SIDE, release.tile().size());
        expectOneOf(where, "tile.policy", POLICIES, release.tile().policy());
        expectOneOf(where, "tile.colour", COLOURS, release.tile().colour());
        expectOneOf(where, "tile.interpolation", INTERPOLATIONS, release.tile().interpolation());
        expect(
                where,
                "features.components",
                FeatureVector.COMPONENTS,
                release.features().components());
        expect(
                where,
                "networks",
                NetworkSubsets.NETWORKS,
                release.networks().stream()
                        .map(network -> network == null ? null : network.name())
                        .toList());
        Map<String, String> listed = new TreeMap<>(release.files());
        expectListed(where, listed, release.features().file());
        expectListed(where, listed, release.head().file());
        release.networks().forEach(network -> expectListed(where, listed, network.file()));
    }

    private static void checkHash(Path file, String expected) {
        String actual = hash(file);
        if (!actual.equals(expected)) {
            throw new ReleaseException(file + " is not the file that " + FILE + " describes: expected sha256 "
                    + expected + ", found " + actual);
        }
    }

    /** The sha256 of a file of a release. */
    static String hash(Path file) {
        try {
            return Sha256.hex(file);
        } catch (IOException e) {
            throw new ReleaseException("cannot read " + file + ": " + FileFailure.inWords(e), e);
        }
    }

    private static void expectListed(String where, Map<String, String> listed, String name) {
        if (!listed.containsKey(name)) {
            throw new ReleaseException(where + "files has no sha256 for " + name + "; it lists " + listed.keySet());
        }
    }

    private static void expect(String where, String field, Object expected, Object actual) {
        if (!expected.equals(actual)) {
            throw new ReleaseException(where + field + ": expected " + expected + ", found " + actual);
        }
    }

    private static void expectOneOf(String where, String field, Set<String> expected, String actual) {
        if (!expected.contains(actual)) {
            throw new ReleaseException(
                    where + field + ": expected one of " + new java.util.TreeSet<>(expected) + ", found " + actual);
        }
    }
}
