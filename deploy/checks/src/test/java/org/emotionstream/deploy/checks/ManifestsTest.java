package org.emotionstream.deploy.checks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ManifestsTest {
    @ParameterizedTest
    @EnumSource
    void everyOverlayKeepsEveryRule(Overlay overlay) {
        Manifests manifests = overlay.render();

        assertThat(manifests.workloads()).hasSizeGreaterThanOrEqualTo(8);
        assertThat(Rules.ALL.stream().flatMap(rule -> rule.problems(manifests).stream()))
                .isEmpty();
    }
}
