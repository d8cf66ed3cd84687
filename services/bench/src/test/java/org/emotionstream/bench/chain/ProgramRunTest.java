package org.emotionstream.bench.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.emotionstream.cli.terminal.CommandException;
import org.junit.jupiter.api.Test;

class ProgramRunTest {
    @Test
    void eachLineIsAFigureInTheOrderOfTheOutput() {
        assertThat(ProgramRun.figures("decode\t75.5\nsum\t275\nfaces\t7\nrounds\t4\n"))
                .containsExactly(
                        Map.entry("decode", 75.5),
                        Map.entry("sum", 275.0),
                        Map.entry("faces", 7.0),
                        Map.entry("rounds", 4.0));
    }

    @Test
    void anotherLineIsNamed() {
        assertThatThrownBy(() -> ProgramRun.figures("sum\t275\nHuman: error loading model"))
                .isInstanceOf(CommandException.class)
                .hasMessageEndingWith("found: Human: error loading model");
        assertThatThrownBy(() -> ProgramRun.figures("sum\tmuch")).hasMessageEndingWith("found: sum\tmuch");
    }
}
