package org.emotionstream.deploy.checks;

import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;

/** What can be applied to a cluster. */
enum Overlay {
    SINGLE_NODE("single-node"),
    PRODUCTION("production");

    private static final Map<Overlay, String> RENDERED = new EnumMap<>(Overlay.class);

    private final String folder;

    Overlay(String folder) {
        this.folder = folder;
    }

    /** Its manifests; the test is skipped where nothing can render them. */
    Manifests render() {
        Optional<List<String>> command = Kustomize.command();
        Assumptions.assumeTrue(
                command.isPresent(),
                "neither kubectl nor kustomize is on the PATH, and EMOTIONSTREAM_KUBECTL names none: nothing renders the overlays");
        Project project = Project.here();
        return Manifests.parse(project, RENDERED.computeIfAbsent(this, overlay -> render(command.get(), project)));
    }

    private static String render(List<String> command, Project project, Overlay overlay) {
        try {
            return Kustomize.render(
                    command, project.root().resolve("deploy/overlays").resolve(overlay.folder));
        } catch (IOException e) {
            throw new IllegalStateException("cannot run " + command, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while kustomize ran", e);
        }
    }

    private String render(List<String> command, Project project) {
        return render(command, project, this);
    }
}
