package org.emotionstream.landmarks.hostile;

import static org.emotionstream.landmarks.hostile.HostilePicture.Expected.ANSWERED;
import static org.emotionstream.landmarks.hostile.HostilePicture.Expected.REJECTED;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** What is no picture of ours, also where OpenCV would read it; and what is two things at once. */
final class OtherInputs {
    private final HostilePictures all;

    OtherInputs(HostilePictures all) {
        this.all = all;
    }

    void build() {
        Map<String, String> starts = new LinkedHashMap<>();
        starts.put("GIF", "474946383961100010008000000000000000002c00000000100010000002028401003b");
        starts.put("GIF of 65,535 x 65,535", "474946383961ffffffff8000000000002c00000000ffffffff000002003b");
        starts.put("TIFF", "49492a0008000000010000010300010000001000000000000000");
        starts.put("TIFF, other order", "4d4d002a00000008000101000003000000010010000000000000");
        starts.put("BigTIFF", "49492b00080000001000000000000000");
        starts.put("JPEG 2000", "0000000c6a5020200d0a870a");
        starts.put("JPEG 2000, codestream", "ff4fff51002f0000");
        starts.put("JPEG XL", "ff0a0000");
        starts.put("AVIF", "0000001c66747970617669660000000061766966");
        starts.put("HEIC", "000000186674797068656963000000006d696631");
        starts.put("OpenEXR", "762f310102000000");
        starts.put("Radiance", "233f52414449414e43450a");
        starts.put("PBM", "50340a313620313620");
        starts.put("PPM", "50360a39393939392039393939390a3235350a");
        starts.put("PAM", "50370a574944544820310a");
        starts.put("PFM", "50460a3120310a2d310a");
        starts.put("Sun raster", "59a66a95000000100000001000000008");
        starts.put("PSD", "384250530001000000000000");
        starts.put("ICO", "000001000100101000000100");
        starts.put("SVG", "3c73766720786d6c6e733d22");
        starts.put("Windows metafile", "d7cdc69a00000000");
        starts.put("ELF", "7f454c4602010100");
        starts.put("gzip", "1f8b0800000000000003");
        starts.put("text", "48656c6c6f2c20776f726c6421");
        starts.put("UTF-16", "fffe480065006c00");
        starts.put("one byte", "ff");
        starts.put("two bytes of a JPEG", "ffd8");
        starts.put("BM and no bitmap", "424d2069732061207465787420616e64206e6f207069637475726521");
        starts.put("RIFF and no WebP", "524946460c00000041564920");
        starts.forEach((name, hex) -> all.add(
                "another format",
                name,
                REJECTED,
                new Bytes().hex(hex).raw(new byte[64]).done()));
        all.add("another format", "nothing", REJECTED, new byte[0]);
        all.add("another format", "17 MB of a JPEG", REJECTED, Bytes.joined(Still.jpeg(), new byte[17 << 20]));
        polyglots();
    }

    private void polyglots() {
        Map<String, byte[]> others = new LinkedHashMap<>();
        others.put("PDF", "%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\n%%EOF\n".getBytes(StandardCharsets.UTF_8));
        others.put(
                "ZIP",
                new Bytes()
                        .hex("504b030414000000000000000000")
                        .raw(new byte[40])
                        .hex("504b0506")
                        .done());
        others.put("HTML", "<html><script>alert(1)</script></html>".getBytes(StandardCharsets.UTF_8));
        others.put("PHP", "<?php system($_GET['c']); ?>".getBytes(StandardCharsets.UTF_8));
        others.put("a second picture", Still.png());
        others.forEach((name, other) -> {
            all.add(
                    "polyglot",
                    name + ", then a JPEG",
                    name.startsWith("a ") ? ANSWERED : REJECTED,
                    Bytes.joined(other, Still.jpeg()));
            all.add("polyglot", "a JPEG, then " + name, ANSWERED, Bytes.joined(Still.jpeg(), other));
            all.add("polyglot", "a PNG, then " + name, ANSWERED, Bytes.joined(Still.png(), other));
            byte[] comment =
                    new Bytes().hex("fffe").u16(2 + other.length).raw(other).done();
            all.add("polyglot", name + " in a JPEG's comment", ANSWERED, Bytes.inserted(Still.jpeg(), 2, comment));
        });
    }
}
