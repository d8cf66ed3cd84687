package org.emotionstream.contract;

/**
 * Text of strangers (ids, sources, names of headers and files, errors of brokers) as it may be printed to
 * people: on one line, without anything that moves the cursor, changes colours or turns text round.
 *
 * <p>Escaped as in JSON ({@code \n}, {@code \t}, {@code \u001b}) are control characters, format characters
 * (bidi marks, zero-width characters, tags), line and paragraph separators, and surrogates without their
 * other half. All other characters stay, and so does the joiner inside an emoji. A backslash stays too:
 * escaping twice gives the same as escaping once, and JSON that is escaped says the same as before.
 */
public final class Printable {
    private static final int ZERO_WIDTH_JOINER = 0x200D;
    private static final int EMOJI_VARIATION = 0xFE0F;
    private static final int FIRST_SKIN_TONE = 0x1F3FB;
    private static final int LAST_SKIN_TONE = 0x1F3FF;
    private static final int EMOJI_BLOCKS = 0x1F000;

    private Printable() {}

    /** This text on one line; the same text where nothing in it has to be escaped. */
    public static String of(String text) {
        StringBuilder line = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); ) {
            int point = text.codePointAt(i);
            int next = i + Character.charCount(point);
            if (isShown(point) || point == ZERO_WIDTH_JOINER && joinsEmoji(text, i)) {
                line.appendCodePoint(point);
            } else {
                text.substring(i, next).chars().forEach(unit -> escape(line, (char) unit));
            }
            i = next;
        }
        return line.toString();
    }

    private static boolean isShown(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE -> false;
            default -> true;
        };
    }

    private static boolean joinsEmoji(String text, int at) {
        if (at == 0 || at + 1 == text.length()) {
            return false;
        }
        int before = text.codePointBefore(at);
        boolean afterEmoji =
                isEmoji(before) || before == EMOJI_VARIATION || before >= FIRST_SKIN_TONE && before <= LAST_SKIN_TONE;
        return afterEmoji && isEmoji(text.codePointAt(at + 1));
    }

    /** Also for emoji that are newer than this Java. */
    private static boolean isEmoji(int point) {
        int type = Character.getType(point);
        return type == Character.OTHER_SYMBOL || type == Character.UNASSIGNED && point >= EMOJI_BLOCKS;
    }

    private static void escape(StringBuilder line, char unit) {
        switch (unit) {
            case '\n' -> line.append("\\n");
            case '\r' -> line.append("\\r");
            case '\t' -> line.append("\\t");
            default -> line.append("\\u").append(String.format(java.util.Locale.ROOT, "%04x", (int) unit));
        }
    }
}
