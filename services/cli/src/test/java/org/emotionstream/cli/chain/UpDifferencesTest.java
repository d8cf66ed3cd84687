package org.emotionstream.cli.chain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class UpDifferencesTest {
    private static final RunningChain RUNNING =
            new RunningChain(ProcessIdentity.of(1), "127.0.0.1:9092", true, "", "", List.of(), 80);

    @Test
    void namesEachOptionThatIsNotWhatRuns() {
        UpDifferences wanted = new UpDifferences(
                Optional.empty(), Optional.of(9093), Optional.of("zz."), Optional.of("g2."), Optional.of(40));

        assertThat(wanted.from(RUNNING))
                .containsExactly(
                        "--port 9093, but the running chain has its broker at 127.0.0.1:9092",
                        "--topic-prefix zz., but the running chain has none",
                        "--generation g2., but the running chain has none",
                        "--smallest-face 40, but the running chain has 80");
    }

    @Test
    void namesABrokerThatIsNotTheOneOfWhatRuns() {
        assertThat(bootstrap("other:9092").from(RUNNING))
                .containsExactly(
                        "--bootstrap other:9092, but the running chain has a broker of its own at 127.0.0.1:9092");
    }

    @Test
    void isContentWithWhatAgreesAndWithWhatNobodyNamed() {
        UpDifferences same = new UpDifferences(
                Optional.empty(), Optional.of(9092), Optional.of(""), Optional.empty(), Optional.of(80));

        assertThat(same.from(RUNNING)).isEmpty();
        assertThat(new UpDifferences(
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty())
                        .from(RUNNING))
                .isEmpty();
    }

    private static UpDifferences bootstrap(String address) {
        return new UpDifferences(
                Optional.of(address), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }
}
