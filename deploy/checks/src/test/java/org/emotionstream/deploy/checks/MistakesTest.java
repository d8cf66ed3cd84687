package org.emotionstream.deploy.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each mistake of mistakes.txt, made in the rendered manifests, is found and said. */
class MistakesTest {
    private static final int PARTS = 5;

    static Stream<Mistake> mistakes() throws IOException {
        try (var file = MistakesTest.class.getResourceAsStream("/mistakes.txt")) {
            return new String(file.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> Arrays.stream(line.split("\\|", PARTS))
                            .map(String::strip)
                            .toList())
                    .map(part -> new Mistake(part.get(0), part.get(1), part.get(2), part.get(3), part.get(4)));
        }
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void isFound(Mistake mistake) throws IOException {
        Manifests manifests = Overlay.PRODUCTION.render().copy();

        mistake.in(manifests);

        assertThat(Rules.ALL.stream().flatMap(rule -> rule.problems(manifests).stream()))
                .anySatisfy(problem -> assertThat(problem).contains(mistake.sentence()));
    }
}
