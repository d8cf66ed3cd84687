package org.emotionstream.landmarks.otherformats;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** A picture, or news of one, written as text. */
final class TextFormats {
    private static final Pattern PRINTABLE = Pattern.compile("[\\t\\n\\r\\f -~\\x80-\\xFF]*");
    private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/_-]{16,}={0,2}");
    private static final Pattern HEXADECIMAL = Pattern.compile("(0x|\\\\x)?[0-9a-fA-F]{16,}");
    private static final Pattern ADDRESS = Pattern.compile("(?i)[a-z][a-z0-9+.-]{1,15}://\\S+\\s*");
    private static final Pattern FILE_NAME =
            Pattern.compile("(?i)[^\\n\"{}<>]{1,1000}\\.(jpe?g|png|webp|bmp|gif|heic|tiff?)\\s*");
    private static final int BEGINNING = 64;

    private TextFormats() {}

    /** What begins as only one kind of text does; what follows may be anything. */
    static Optional<OtherFormat> byBeginning(FirstBytes bytes) {
        String text = text(bytes);
        if (text.isEmpty() || !printable(text.substring(0, Math.min(BEGINNING, text.length())))) {
            return multipartOrHttp(text);
        }
        String lower = text.toLowerCase(Locale.ROOT);
        if (lower.startsWith("data:") && lower.contains(",")) {
            return Optional.of(
                    OtherFormat.other("a data URL (text: the picture is what follows the comma, in base64)"));
        }
        if (lower.startsWith("b'") || lower.startsWith("b\"")) {
            return Optional.of(OtherFormat.other("the text that Python prints for bytes (b'...')"));
        }
        if (text.startsWith("{") || text.startsWith("[")) {
            return Optional.of(json(text));
        }
        return text.startsWith("<") ? Optional.of(markup(lower)) : multipartOrHttp(text);
    }

    /** What is text from its first byte to the last one that is looked at. */
    static Optional<OtherFormat> byWhole(FirstBytes bytes) {
        String text = text(bytes);
        if (text.isEmpty() || !printable(text)) {
            return Optional.empty();
        }
        String quoted = text.replaceAll("^[\"']|[\"']?\\s*$", "");
        if (HEXADECIMAL.matcher(quoted).matches()) {
            return Optional.of(OtherFormat.other(
                    "hexadecimal text" + of(quoted.replaceFirst("^(0x|\\\\x)", ""), HexFormat.of()::parseHex)));
        }
        String lines = quoted.replaceAll("\\s", "");
        if (BASE64.matcher(lines).matches()) {
            String standard = lines.replace('-', '+').replace('_', '/');
            return Optional.of(OtherFormat.other("base64 text" + of(standard, Base64.getDecoder()::decode)));
        }
        if (ADDRESS.matcher(quoted).matches()) {
            return Optional.of(OtherFormat.other("the address of something (a URL as text)"));
        }
        return Optional.of(OtherFormat.other(FILE_NAME.matcher(quoted).matches() ? "the name of a file" : "text"));
    }

    private static Optional<OtherFormat> multipartOrHttp(String text) {
        if (text.startsWith("--") && text.toLowerCase(Locale.ROOT).contains("content-type:")) {
            return Optional.of(OtherFormat.other("a part of a multipart stream (MJPEG over HTTP?), with its headers"));
        }
        return text.startsWith("HTTP/")
                ? Optional.of(OtherFormat.other("an answer of an HTTP server, with its headers"))
                : Optional.empty();
    }

    private static OtherFormat json(String text) {
        if (text.contains("\"specversion\"")) {
            return new OtherFormat(
                    "JSON (a structured CloudEvent)",
                    "send the bytes of the picture as the value, and id, source and time as the headers ce_id, ce_source"
                            + " and ce_time");
        }
        return new OtherFormat(
                "JSON", "send the bytes of the picture as the value, and what else there is to say as headers");
    }

    private static OtherFormat markup(String lower) {
        if (lower.contains("<svg")) {
            return OtherFormat.picture("SVG");
        }
        boolean html = lower.startsWith("<!doctype html") || lower.contains("<html") || lower.contains("<body");
        return OtherFormat.other(
                html ? "HTML (a page, perhaps of an error, instead of the picture)" : "XML or the like");
    }

    /** " of a JPEG" where the first characters are those of a picture. */
    private static String of(String text, Function<String, byte[]> decoded) {
        String beginning = text.substring(0, Math.min(48, text.length() / 4 * 4));
        try {
            return EmbeddedPicture.formatAt(new FirstBytes(ByteBuffer.wrap(decoded.apply(beginning))), 0)
                    .map(format -> " of a " + format)
                    .orElse("");
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    /** Without the mark of UTF-8 and the blanks before it. */
    private static String text(FirstBytes bytes) {
        String all = bytes.characters();
        return (all.startsWith("\u00EF\u00BB\u00BF") ? all.substring(3) : all).stripLeading();
    }

    private static boolean printable(String text) {
        return PRINTABLE.matcher(text).matches();
    }
}
