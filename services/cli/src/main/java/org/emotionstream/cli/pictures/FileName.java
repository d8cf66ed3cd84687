package org.emotionstream.cli.pictures;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/**
 * The name of a file as text, from its bytes: {@link Path#toString} reads them in the encoding of the locale
 * and puts the same mark for every byte that it does not know, so that two names become one.
 */
public final class FileName {
    private FileName() {}

    /** This path with {@code /} between its names; empty where they are no UTF-8. */
    static Optional<String> exact(Path path) {
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes(path)))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    /** This path for people; a byte that is no UTF-8 as {@code \xe9}. */
    public static String shown(Path path) {
        ByteBuffer bytes = ByteBuffer.wrap(bytes(path));
        CharBuffer text = CharBuffer.allocate(4 * bytes.remaining() + 4);
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        CoderResult result = decoder.decode(bytes, text, true);
        while (result.isError()) {
            for (int i = 0; i < result.length(); i++) {
                text.put("\\x").put(HexFormat.of().toHexDigits(bytes.get()));
            }
            result = decoder.decode(bytes, text, true);
        }
        return text.flip().toString();
    }

    /** The bytes of the names in this path, which only its URI has. */
    private static byte[] bytes(Path path) {
        String[] names = path.toUri().getRawPath().split("/");
        int count = path.isAbsolute() ? names.length : Math.min(names.length, path.getNameCount());
        String last = String.join("/", Arrays.asList(names).subList(names.length - count, names.length));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 0; i < last.length(); i++) {
            boolean escaped = last.charAt(i) == '%';
            bytes.write(escaped ? Integer.parseInt(last, i + 1, i + 3, 16) : last.charAt(i));
            i += escaped ? 2 : 0;
        }
        return bytes.toByteArray();
    }
}
