package org.emotionstream.bench.inputs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class InputKindTest {
    @Test
    void aKindIsFoundByItsNameOnTheCommandLine() {
        assertThat(InputKind.of("frames-1080")).isEqualTo(InputKind.FRAMES_1080);
        assertThat(InputKind.values())
                .allSatisfy(kind -> assertThat(InputKind.of(kind.label())).isEqualTo(kind));
        assertThatThrownBy(() -> InputKind.of("faces"))
                .hasMessage("\"faces\" is none of [tiles, frames, frames-1080, photographs, photographs-40]");
    }
}
