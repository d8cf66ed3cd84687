package org.emotionstream.cli.chain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class ChainReleaseTest {
    @Test
    void whatReadinessSaysIsOneLine() throws IOException {
        ChainRelease release = ChainRelease.read(
                        """
                {"status": "UP", "checks": [{"name": "landmarker", "status": "UP", "data": {
                  "why": "ok", "release": "old", "releases-held": "new old",
                  "release-problem": "combiner cannot use new: no head"}}]}""")
                .orElseThrow();

        assertThat(release.inWords()).isEqualTo("release old; PROBLEM: combiner cannot use new: no head");
    }

    @Test
    void aServiceThatDoesNotKnowYetIsNotTheOneToAsk() throws IOException {
        assertThat(ChainRelease.read("{\"checks\": [{\"data\": {\"why\": \"loading models\"}}]}"))
                .isEmpty();
    }
}
