package org.emotionstream.endtoend.soak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SoakMainTest {
    @Test
    void itLastsAnHourUnlessMinutesAreGiven() {
        assertThat(SoakMain.minutes(List.of())).isEqualTo(60);
        assertThat(SoakMain.minutes(List.of("--minutes", "4"))).isEqualTo(4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"--minutes", "--minutes x", "--minutes 1", "--minutes 0", "--minutes -5", "--hours 2", "4"})
    void otherWordsAreRefusedWithTheUsage(String words) {
        assertThatThrownBy(() -> SoakMain.minutes(List.of(words.split(" "))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("usage: ./emotionstream test --soak [--minutes N]");
    }
}
