package org.emotionstream.cli.records;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.emotionstream.cli.terminal.CommandException;
import org.emotionstream.cli.terminal.ExitCodes;

/** Times and durations as people type them. */
public final class Since {
    private Since() {}

    /**
     * The time that an option names: an instant ({@code 2026-11-23T06:00:00Z}), or how long ago.
     *
     * @throws CommandException when it is neither
     */
    public static Instant parse(String option, String text, Instant now) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            return now.minus(duration(option, text));
        }
    }

    /**
     * A duration: {@code PT2M}, {@code 2m}, {@code 6h}, {@code 1h30m} or {@code P7D}.
     *
     * @throws CommandException when it is none
     */
    public static Duration duration(String option, String text) {
        String upper = text.toUpperCase(Locale.ROOT);
        try {
            Duration duration = Duration.parse(upper.startsWith("P") ? upper : "PT" + upper);
            if (!duration.isNegative()) {
                return duration;
            }
        } catch (DateTimeException e) {
            // Told below, as for one that is negative.
        }
        throw new CommandException(
                ExitCodes.USAGE, option + ": expected a time such as PT2H, 2h or an instant, found \"" + text + "\"");
    }
}
