package org.emotionstream.paper.keras;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.emotionstream.training.network.PaperArchitecture;

/**
 * The four networks and the combined model out of five files, which are told apart by what is in them.
 *
 * @param networks model-1 to model-4
 * @param head the combined model
 */
record KerasModels(List<ImportedNetwork> networks, ImportedHead head) {
    KerasModels {
        networks = List.copyOf(networks);
    }

    /**
     * @param colour that the networks were trained on
     * @throws KerasException when a file holds none of the five, or one of the five is missing or there twice
     */
    static KerasModels read(List<Path> files, Colour colour) {
        Map<PaperArchitecture, ImportedNetwork> networks = new EnumMap<>(PaperArchitecture.class);
        Optional<ImportedHead> head = Optional.empty();
        for (Path path : files) {
            KerasFile file = Hdf5Reader.read(path);
            if (HeadImport.isHead(file)) {
                head.ifPresent(other -> refuseTwo("the combined model", other.file(), path));
                head = Optional.of(new HeadImport(file).read());
            } else {
                ImportedNetwork network = new NetworkImport(file, colour).read();
                ImportedNetwork other = networks.put(network.architecture(), network);
                if (other != null) {
                    refuseTwo(network.architecture().label(), other.file(), path);
                }
            }
        }
        refuseMissing(networks, head);
        return new KerasModels(List.copyOf(networks.values()), head.orElseThrow());
    }

    private static void refuseTwo(String what, Path one, Path other) {
        throw new KerasException(what + ": expected in one file, found in two: " + one + " and " + other);
    }

    private static void refuseMissing(Map<PaperArchitecture, ImportedNetwork> networks, Optional<ImportedHead> head) {
        List<String> missing = new ArrayList<>();
        List<String> found = new ArrayList<>();
        Arrays.stream(PaperArchitecture.values()).forEach(architecture -> {
            if (networks.containsKey(architecture)) {
                found.add(architecture.label() + " in "
                        + networks.get(architecture).file());
            } else {
                missing.add(architecture.label());
            }
        });
        head.ifPresentOrElse(
                model -> found.add("the combined model in " + model.file()), () -> missing.add("the combined model"));
        if (!missing.isEmpty()) {
            throw new KerasException("a release needs all five models; missing: " + String.join(", ", missing)
                    + "; found: " + (found.isEmpty() ? "none" : String.join(", ", found)));
        }
    }
}
