package org.emotionstream.deploy.checks;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The release that serves is one of models/releases, and each service finds the file that names it. */
final class ServingRelease implements Rule {
    private static final String SETTING = "EMOTIONSTREAM_DEFAULT_RELEASE_FILE";

    @Override
    public List<String> problems(Manifests manifests) {
        List<String> problems = new ArrayList<>();
        for (Workload workload : manifests.workloads()) {
            if (workload.lasts()) {
                workload.containers().forEach(container -> {
                    String file = Environment.of(manifests, container).getOrDefault(SETTING, "");
                    Optional<String> release = MountedFiles.content(manifests, workload, container, file);
                    if (release.isEmpty()) {
                        problems.add(workload.problem(SETTING + " names " + file + ", which is not mounted"));
                    }
                    release.map(String::strip)
                            .filter(name -> !manifests.project().has("models/releases/" + name + "/release.json"))
                            .ifPresent(name ->
                                    problems.add(workload.problem("models/releases has no release \"" + name + "\"")));
                });
            }
        }
        return problems;
    }
}
