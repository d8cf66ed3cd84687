package org.emotionstream.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ConsoleTest {
    private static final String HOSTILE = "k\u001b]0;title\u0007\r\u001b[31m\nline2\t6\u202egpj.exe\u009b\u2028x";

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream progress = new ByteArrayOutputStream();
    private final Console console = new Console(
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(progress, true, StandardCharsets.UTF_8));

    @Test
    void printsOneLineWithoutControlCharactersWhateverIsInIt() {
        console.result(HOSTILE);
        console.say(HOSTILE);
        console.progress(HOSTILE);

        assertOneCleanLineEach(out.toString(StandardCharsets.UTF_8), 1);
        assertOneCleanLineEach(progress.toString(StandardCharsets.UTF_8), 2);
    }

    @Test
    void aTabInAFieldMakesNoColumn() {
        console.columns("id\twith a tab", "file\nwith a line");

        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("id\\twith a tab\tfile\\nwith a line\n");
    }

    @Test
    void jsonSaysTheSameWithEveryControlCharacterEscaped() throws Exception {
        ObjectMapper json = new ObjectMapper();
        console.result(json.writeValueAsString(HOSTILE));

        String line = out.toString(StandardCharsets.UTF_8);
        assertOneCleanLineEach(line, 1);
        assertThat(json.readValue(line, String.class)).isEqualTo(HOSTILE);
    }

    @Test
    void outputThatCannotBeWrittenIsAnErrorWithItsReason() {
        Console full = on(failing("No space left on device"));

        assertThatThrownBy(() -> full.result("line"))
                .hasMessageContaining("standard output cannot be written")
                .hasMessageContaining("No space left on device")
                .isInstanceOfSatisfying(
                        CommandException.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCodes.MACHINE));
    }

    @Test
    void aReaderThatHasGoneIsNoErrorToTellAnybody() {
        Console gone = on(failing("Broken pipe"));

        assertThatThrownBy(() -> gone.result("line"))
                .hasMessage("")
                .isInstanceOfSatisfying(
                        CommandException.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCodes.READER_GONE));
    }

    private Console on(OutputStream target) {
        return new Console(new StandardOutput(target), new PrintStream(progress, true, StandardCharsets.UTF_8));
    }

    private static OutputStream failing(String reason) {
        return new OutputStream() {
            @Override
            public void write(int oneByte) throws IOException {
                throw new IOException(reason);
            }
        };
    }

    private static void assertOneCleanLineEach(String text, int lines) {
        assertThat(text).endsWith("\n");
        assertThat(text.substring(0, text.length() - 1).split("\n", -1))
                .hasSize(lines)
                .allSatisfy(line -> assertThat(line).doesNotContainPattern("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]"));
    }
}
