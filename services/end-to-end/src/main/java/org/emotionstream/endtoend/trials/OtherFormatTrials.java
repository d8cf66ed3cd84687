package org.emotionstream.endtoend.trials;

import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/** What people send instead of a JPEG, PNG, WebP or BMP. */
final class OtherFormatTrials {
    private static final String NOT_A_PICTURE = "not-a-picture";
    private static final int BYTES = 4_000;

    private final BufferedImage portrait;

    OtherFormatTrials(BufferedImage portrait) {
        this.portrait = portrait;
    }

    void addTo(Trials trials) {
        boxes(trials, "heic", "HEIC", "heic");
        boxes(trials, "avif", "AVIF", "avif");
        boxes(trials, "mp4", "MP4", "isom");
        boxes(trials, "mov", "QuickTime", "qt  ");
        binary(trials, "jpeg-2000", "JPEG 2000", "0000000c6a5020200d0a870a");
        binary(trials, "jpeg-xl", "JPEG XL", "0000000c4a584c200d0a870a");
        binary(trials, "jpeg-xl-bare", "JPEG XL", "ff0a");
        binary(trials, "icon", "icon", "00000100010010100000010020006804000016000000");
        binary(trials, "cursor", "cursor", "00000200010010100000010020006804000016000000");
        binary(trials, "h264", "H.264", "00000001674d0028");
        binary(trials, "zeros", "zeros", "00");
        binary(trials, "pdf", "PDF", "255044462d312e34");
        binary(trials, "zip", "zip", "504b0304");
        binary(trials, "gzip", "gzip", "1f8b0800");
        add(trials, "gif", "GIF", Encoding.encoded(portrait, "gif"));
        add(trials, "tiff", "TIFF", Encoding.encoded(portrait, "tiff"));
        texts(trials);
    }

    private void texts(Trials trials) {
        byte[] jpeg = Encoding.jpeg(portrait);
        String base64 = Base64.getEncoder().encodeToString(jpeg);
        text(trials, "json", "JSON", "{\"image\":\"" + base64 + "\"}");
        text(trials, "cloud-event", "CloudEvent", "{\"specversion\":\"1.0\",\"data_base64\":\"" + base64 + "\"}");
        text(trials, "html", "HTML", "<!DOCTYPE html><html><body>502 Bad Gateway</body></html>");
        text(trials, "svg", "SVG", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>");
        text(trials, "base64", "base64", base64);
        text(trials, "data-url", "data URL", "data:image/jpeg;base64," + base64);
        text(trials, "hexadecimal", "hexadecimal", HexFormat.of().formatHex(jpeg));
        text(trials, "words", "text", "this is no picture");
        byte[] part = "--frame\r\nContent-Type: image/jpeg\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
        add(trials, "mjpeg", "multipart", Encoding.join(part, jpeg));
        add(trials, "byte-before", "after 1 byte", Encoding.join(new byte[] {10}, jpeg));
    }

    private static void boxes(Trials trials, String name, String named, String brand) {
        byte[] begin = ("\0\0\0\u0018ftyp" + brand + "\0\0\0\0mif1" + brand).getBytes(StandardCharsets.ISO_8859_1);
        add(trials, name, named, Arrays.copyOf(begin, BYTES));
    }

    private static void binary(Trials trials, String name, String named, String hex) {
        add(trials, name, named, Arrays.copyOf(HexFormat.of().parseHex(hex), BYTES));
    }

    private static void text(Trials trials, String name, String named, String text) {
        add(trials, name, named, text.getBytes(StandardCharsets.UTF_8));
    }

    private static void add(Trials trials, String name, String named, byte[] value) {
        trials.add(name, named + " instead of a picture", value, Expected.rejected(NOT_A_PICTURE, named, "send"));
    }
}
