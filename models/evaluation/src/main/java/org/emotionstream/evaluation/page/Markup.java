package org.emotionstream.evaluation.page;

import java.util.Locale;

/** How pages write text and numbers. */
public final class Markup {
    private Markup() {}

    /** Text as it may stand between tags and in attributes, of HTML and of XML. */
    public static String text(String value) {
        return value.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                // A number and its unit stay on one line.
                .replace(" %", "\u00a0%");
    }

    /** A share or difference with three decimals. */
    public static String number(double value) {
        return String.format(Locale.ROOT, "%.3f", zeroed(value));
    }

    /** A difference, its sign always shown. */
    public static String signed(double value) {
        return zeroed(value) == 0 ? "0.000" : String.format(Locale.ROOT, "%+.3f", value);
    }

    /** A whole number, thousands apart. */
    public static String count(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    /** A share in per cent. */
    public static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }

    /** There is no negative zero for readers. */
    private static double zeroed(double value) {
        return Math.abs(value) < 0.0005 ? 0 : value;
    }
}
