package org.emotionstream.events.releases;

import java.util.List;
import java.util.Optional;
import org.emotionstream.contract.ReleaseContent;
import org.emotionstream.events.configuration.ServiceNames;

/**
 * Which releases one instance of a service holds.
 *
 * @param stage the service, one of {@link ServiceNames#ALL}, each of which has to hold a release before it serves
 * @param instance distinguishes those of one service
 * @param names the release that is to serve, as this instance reads it; empty when it cannot read that
 * @param holds what it can serve without loading anything
 * @param problem why it does not hold what it names; empty when it does, or has not tried yet
 */
public record StageReport(
        String stage, String instance, Optional<String> names, List<ReleaseContent> holds, Optional<String> problem) {
    public StageReport {
        holds = List.copyOf(holds);
    }

    /** The release of this id as this instance holds it. */
    Optional<ReleaseContent> held(String id) {
        return holds.stream().filter(content -> content.id().equals(id)).findFirst();
    }
}
