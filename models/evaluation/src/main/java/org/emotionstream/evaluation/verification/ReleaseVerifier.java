package org.emotionstream.evaluation.verification;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.emotionstream.contract.FeatureVector;
import org.emotionstream.contract.FileFailure;
import org.emotionstream.contract.Release.Network;
import org.emotionstream.contract.ReleaseException;
import org.emotionstream.contract.ReleaseReader;
import org.emotionstream.contract.Sha256;
import org.emotionstream.contract.StoredRelease;
import org.emotionstream.contract.drift.ReferenceFile;
import org.emotionstream.features.FeatureLayout;
import org.emotionstream.features.LandmarksToFeatures;
import org.emotionstream.networks.FeaturesToDistribution;
import org.emotionstream.networks.NetworkException;

/**
 * Checks a release from its bytes to its answers. What stands on something that differs is not looked at:
 * files that are not what they were are not loaded.
 */
public final class ReleaseVerifier {
    private final Path folder;
    private final List<Check> checks = new ArrayList<>();

    private ReleaseVerifier(Path folder) {
        this.folder = folder;
    }

    /**
     * Every check that was made, in order; the release is good when all have passed.
     *
     * @param folder of the release
     */
    public static List<Check> verify(Path folder) {
        ReleaseVerifier verifier = new ReleaseVerifier(folder);
        verifier.checkFiles();
        if (verifier.allPassed()) {
            verifier.checkSteps();
        }
        if (verifier.allPassed()) {
            verifier.checkOutputs();
            verifier.checkReference();
        }
        return List.copyOf(verifier.checks);
    }

    private boolean allPassed() {
        return checks.stream().allMatch(Check::passed);
    }

    private void checkFiles() {
        Map<String, String> listed = new TreeMap<>();
        try {
            listed.putAll(DescriptionFile.listed(folder));
            for (Map.Entry<String, String> file : listed.entrySet()) {
                checkHash(file.getKey(), file.getValue());
            }
            checkUnlisted(listed);
            checkDescription(listed);
        } catch (IOException e) {
            checks.add(Check.failed(ReleaseReader.FILE, "cannot read it: " + FileFailure.inWords(e)));
        }
    }

    private void checkHash(String name, String expected) {
        String what = "sha256 of " + name;
        try {
            String found = Sha256.hex(folder.resolve(name));
            checks.add(
                    found.equals(expected)
                            ? Check.passed(what)
                            : Check.failed(what, "expected " + expected + ", found " + found));
        } catch (IOException e) {
            checks.add(Check.failed(what, "cannot read it: " + FileFailure.inWords(e)));
        }
    }

    private void checkUnlisted(Map<String, String> listed) throws IOException {
        TreeSet<String> there = new TreeSet<>();
        try (Stream<Path> files = Files.list(folder)) {
            files.forEach(file -> there.add(file.getFileName().toString()));
        }
        there.removeAll(listed.keySet());
        there.remove(ReleaseReader.FILE);
        // It says which content it is of, and may be made anew without another release.
        there.remove(ReferenceFile.NAME);
        String what = "files that release.json does not list";
        checks.add(there.isEmpty() ? Check.passed(what) : Check.failed(what, "expected none, found " + there));
    }

    private void checkDescription(Map<String, String> listed) {
        String what = "sha256 of " + ReleaseReader.FILE;
        if (!listed.containsKey(Recording.FILE)) {
            checks.add(Check.failed(what, "there is no " + Recording.FILE + " to compare with"));
        } else if (allPassed()) {
            check(what, () -> new DescriptionFile(folder)
                    .expect(Recording.read(folder).description()));
        }
    }

    private void checkSteps() {
        check("fields of release.json, 15 subsets of the head", () -> ReleaseReader.read(folder));
        if (!allPassed()) {
            return;
        }
        StoredRelease stored = ReleaseReader.read(folder);
        check(
                "feature layout: " + FeatureLayout.COUNT + " features, " + FeatureVector.COMPONENTS + " components",
                () -> LandmarksToFeatures.of(stored));
        for (Network network : stored.release().networks()) {
            check(network.name() + ": inputs and outputs", () -> FeaturesToDistribution.of(stored, network.name())
                    .close());
            check(
                    network.name() + ": " + network.parameters() + " parameters",
                    () -> ParameterCount.expect(stored.network(network.name()), network.parameters()));
        }
    }

    private void checkOutputs() {
        try {
            Recording recording = Recording.read(folder);
            SeededInputs inputs = new SeededInputs(recording.seed(), recording.inputs());
            RecordedOutputs now = new OutputRecorder(ReleaseReader.read(folder), inputs).outputs();
            checks.addAll(Comparison.of(recording.outputs(), now));
        } catch (ReleaseException | NetworkException | IllegalArgumentException e) {
            // The last: numbers that no components or probabilities can be.
            checks.add(Check.failed("recorded outputs", e.getMessage()));
        }
    }

    private void checkReference() {
        if (Files.exists(folder.resolve(ReferenceFile.NAME))) {
            check(
                    ReferenceFile.NAME + ": of this release, as it was written",
                    () -> ReferenceFile.read(ReleaseReader.read(folder)));
        }
    }

    private void check(String what, Runnable step) {
        try {
            step.run();
            checks.add(Check.passed(what));
        } catch (ReleaseException e) {
            checks.add(Check.failed(what, e.getMessage()));
        }
    }
}
