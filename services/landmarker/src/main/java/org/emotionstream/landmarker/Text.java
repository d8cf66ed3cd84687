package org.emotionstream.landmarker;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Set;

/** Bytes that are meant to be text, or a number that serves as a name. */
final class Text {
    /** How many bytes the numbers and UUIDs have that clients write as they are. */
    private static final Set<Integer> SIZES_OF_NUMBERS = Set.of(4, 8, 16);

    private Text() {}

    /**
     * These bytes as UTF-8, or in lower-case hexadecimal where they are no text: no UTF-8, or with a zero byte, or
     * of the size of a number and with a control character. So a camera that counts in 8 bytes has names of one
     * kind: 5 is no text, and neither is 16,384, although its bytes are UTF-8.
     */
    static String of(byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            boolean number =
                    SIZES_OF_NUMBERS.contains(bytes.length) && text.chars().anyMatch(Character::isISOControl);
            return number || hasZero(text) ? hexadecimal(bytes) : text;
        } catch (CharacterCodingException e) {
            return hexadecimal(bytes);
        }
    }

    /** This text, in hexadecimal where it has a zero character, which databases refuse as text. */
    static String of(String text) {
        return hasZero(text) ? hexadecimal(text.getBytes(StandardCharsets.UTF_8)) : text;
    }

    /** How many bytes this takes in UTF-8. */
    static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    private static boolean hasZero(String text) {
        return text.indexOf(0) >= 0;
    }

    private static String hexadecimal(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
