package org.emotionstream.deploy.checks;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Each object has a name that Kubernetes takes, its own, in the one namespace. */
final class Names implements Rule {
    private static final String DNS = "[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?";

    @Override
    public List<String> problems(Manifests manifests) {
        List<String> problems = new ArrayList<>();
        String namespace = manifests.only("Namespace").name();
        Set<String> seen = new HashSet<>();
        for (Manifest manifest : manifests.all()) {
            if (!manifest.name().matches(DNS)) {
                problems.add(manifest.problem("is no name for Kubernetes"));
            }
            if (!seen.add(manifest.toString())) {
                problems.add(manifest.problem("is there twice"));
            }
            String found = manifest.at("/metadata/namespace").asText();
            if (!manifest.kind().equals("Namespace") && !found.equals(namespace)) {
                problems.add(manifest.problem("is in the namespace \"" + found + "\", not in " + namespace));
            }
        }
        return problems;
    }
}
