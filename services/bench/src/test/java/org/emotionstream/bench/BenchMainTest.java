package org.emotionstream.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.emotionstream.cli.terminal.Console;
import org.emotionstream.cli.terminal.ExitCodes;
import org.junit.jupiter.api.Test;

class BenchMainTest {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final PrintStream printed = new PrintStream(bytes, true, StandardCharsets.UTF_8);

    @Test
    void rejectsAPeerThatIsNotKnown() {
        assertThat(BenchMain.run(new String[] {"--against", "dlib"}, new Console(printed, printed)))
                .isEqualTo(ExitCodes.USAGE);
        assertThat(bytes.toString(StandardCharsets.UTF_8)).contains("--against: expected human, found dlib");
    }

    @Test
    void rejectsAPeerTogetherWithABaseline() {
        assertThat(BenchMain.run(
                        new String[] {"--against", "human", "--baseline", "elsewhere"}, new Console(printed, printed)))
                .isEqualTo(ExitCodes.USAGE);
        assertThat(bytes.toString(StandardCharsets.UTF_8))
                .contains("--against compares with a peer and --baseline with a checkout: name one of them");
    }

    @Test
    void comparesTheFiguresOfBothSidesAlone() {
        assertThat(BenchRun.ofBoth(Map.of("model-1", 4.0, "sum", 60.0)).all())
                .extracting(figure -> figure.name() + " " + figure.value() + " " + figure.unit())
                .containsExactly("sum 60.0 ms/image");
    }
}
