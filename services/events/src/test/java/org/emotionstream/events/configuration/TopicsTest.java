package org.emotionstream.events.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TopicsTest {
    @Test
    void refusesAPrefixOfMoreThan100CharactersForItsLength() {
        assertThatThrownBy(() -> new Topics("p".repeat(101)))
                .hasMessage("a prefix of topics has at most 100 characters, this one has 101");
        assertThatThrownBy(() -> new Topics("", "g".repeat(101)))
                .hasMessage("a generation has at most 100 characters, this one has 101");
    }

    @Test
    void refusesOtherLettersForWhatTheyAre() {
        assertThatThrownBy(() -> new Topics("a b"))
                .hasMessage("a prefix of topics has letters, digits, . _ - only, this is \"a b\"");
    }

    @Test
    void theLongestPrefixAndGenerationMakeNamesThatKafkaTakes() {
        assertThat(new Topics("p".repeat(100), "g".repeat(100)).all())
                .allSatisfy(name -> assertThat(name).hasSizeLessThanOrEqualTo(249));
    }
}
