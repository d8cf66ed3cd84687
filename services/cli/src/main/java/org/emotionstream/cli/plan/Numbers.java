package org.emotionstream.cli.plan;

import java.math.BigDecimal;
import java.util.Locale;
import org.emotionstream.cli.terminal.CommandException;

/** Numbers for people. */
final class Numbers {
    private static final int MOST_PARTS = 1_000_000_000;

    private Numbers() {}

    /** At least three digits, with commas between thousands. */
    static String of(double value) {
        double size = Math.abs(value);
        int decimals = size >= 100 || size == 0 ? 0 : size >= 10 ? 1 : size >= 1 ? 2 : 3;
        return String.format(Locale.ROOT, "%,." + decimals + "f", value);
    }

    /** As many digits as it has, such as 2 or 0.25. */
    static String plain(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }

    /** A count, with commas between thousands. */
    static String count(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    /**
     * The least whole number of parts that carry this, where each carries so much.
     *
     * @throws CommandException when there would be more than a thousand million
     */
    static int parts(double whole, double each) {
        // A sum of floating-point numbers can be a little more than it should be.
        double parts = Math.ceil(whole / each - 1e-9);
        CommandException.check(
                parts <= MOST_PARTS,
                "expected a load that needs at most " + count(MOST_PARTS)
                        + " instances, partitions or brokers, found one that needs more: check --rate and the size of"
                        + " a picture");
        return (int) parts;
    }
}
