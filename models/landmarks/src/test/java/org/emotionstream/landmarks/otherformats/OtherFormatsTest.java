package org.emotionstream.landmarks.otherformats;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OtherFormatsTest {
    private static final String FORMATS = "JPEG, PNG, WebP or BMP";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            heic | HEIC (ftyp heic), the format of iPhones
            heix | HEIC (ftyp heix), the format of iPhones
            mif1 | HEIC (ftyp mif1), the format of iPhones
            avif | AVIF (ftyp avif)
            avis | AVIF (ftyp avis)
            jp2  | JPEG 2000 (ftyp jp2)
            jxl  | JPEG XL (ftyp jxl)
            crx  | a raw picture of a Canon camera (ftyp crx)
            isom | an MP4 video (ftyp isom)
            3gp4 | an MP4 video (ftyp 3gp4)
            qt   | a QuickTime video (ftyp qt)
            M4A  | sound (ftyp M4A)
            """)
    void namesAFileOfBoxesByItsBrand(String brand, String name) {
        byte[] bytes = new byte[4000];
        bytes[3] = 24;
        String four = (brand + "  ").substring(0, 4);
        put(bytes, 4, "ftyp" + four + "\0\0\0\0" + "miafheic");

        assertThat(OtherFormats.of(ByteBuffer.wrap(bytes)).orElseThrow().name()).isEqualTo(name);
        assertThat(OtherFormats.certain(ByteBuffer.wrap(bytes))).isPresent();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            0000000c6a5020200d0a870a     | JPEG 2000
            ff4fff510029                 | JPEG 2000
            0000000c4a584c200d0a870a     | JPEG XL
            ff0a                         | JPEG XL
            00000100010010100000010020006804000016000000 | icon (ICO)
            00000200010010100000010020006804000016000000 | cursor (CUR)
            00000001674d0028             | H.264
            000001674d0028               | H.264
            00000001091000000001674d0028 | H.264
            0000000140010c01             | H.265
            000001ba4400040004010001     | MPEG
            000001b31400f0c4             | MPEG
            000000206d6f6f76             | QuickTime or MP4 video (moov)
            49492a0008000000             | TIFF
            4d4d002a00000008             | TIFF
            49492b0008000000             | BigTIFF
            49492a00100000004352 02      | Canon
            474946383961                 | GIF
            255044462d312e34             | PDF
            252150532d41646f62652d332e30 | PostScript
            38425053000100000000         | PSD
            762f310102000000             | OpenEXR
            4949bc01                     | JPEG XR
            1f8b0800                     | gzip
            504b0304                     | zip
            28b52ffd                     | zstd
            04224d18                     | lz4
            1a45dfa3                     | Matroska
            7f454c460201                 | elf
            aced0005                     | Java has serialized
            8004956700000000000000       | Python has pickled
            934e554d5059                 | NumPy
            c3010102030405060708         | Avro message in another message
            """)
    void namesABinaryFormatByItsFirstBytes(String hex, String name) {
        byte[] bytes = Arrays.copyOf(HexFormat.of().parseHex(hex.replace(" ", "")), 700);

        assertThat(message(bytes)).contains(name).contains(FORMATS).doesNotContain("RawImage");
        if (bytes[0] == 0) {
            assertThat(OtherFormats.certain(ByteBuffer.wrap(bytes))).isPresent();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            {"specversion":"1.0","data_base64":"/9j/4AAQ"} | a structured CloudEvent
            {"image":"/9j/4AAQSkZJRgABAQ"}                 | JSON
            [255,216,255,224,0,16]                         | JSON
            <!DOCTYPE html><html><body>502</body></html>   | HTML
            <svg xmlns="http://www.w3.org/2000/svg"/>      | SVG
            <?xml version="1.0"?><svg/>                    | SVG
            <?xml version="1.0"?><a/>                      | XML
            /9j/4AAQSkZJRgABAQAAAQABAAD                    | base64 text of a JPEG
            "/9j/4AAQSkZJRgABAQAAAQABAAD"                  | base64 text of a JPEG
            iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAA=       | base64 text of a PNG
            UklGRiQAAABXRUJQVlA4IBgAAAAwAQCdASoBAAEA       | base64 text of a WebP
            ffd8ffe000104a464946000101                     | hexadecimal text of a JPEG
            data:image/jpeg;base64,/9j/4AAQSkZJRgABAQ      | data URL
            b'\\xff\\xd8\\xff\\xe0\\x00\\x10JFIF'          | Python
            https://example.org/photo.jpg                  | address
            /home/camera/photo.jpg                         | the name of a file
            hello                                          | text
            HTTP/1.1 200 OK                                | HTTP
            --frame Content-Type: image/jpeg               | multipart
            """)
    void namesWhatIsWrittenAsText(String text, String name) {
        assertThat(message(text.getBytes(StandardCharsets.UTF_8))).contains(name);
        assertThat(message(("\uFEFF" + text + "\n").getBytes(StandardCharsets.UTF_8)))
                .contains(name);
    }

    @Test
    void namesAPartOfAMultipartStreamAlthoughAPictureFollows() {
        byte[] bytes = new byte[900];
        Arrays.fill(bytes, (byte) 3);
        put(bytes, 0, "--frame\r\nContent-Type: image/jpeg\r\n\r\n\u00FF\u00D8\u00FF");

        assertThat(message(bytes)).contains("MJPEG");
    }

    @Test
    void saysWhereAPictureBeginsThatHasSomethingBeforeIt() {
        byte[] one = HexFormat.of().parseHex("0affd8ffe000104a4649460001");
        byte[] length = HexFormat.of().parseHex("0000000dffd8ffe000104a4649460001");

        assertThat(message(one)).contains("a JPEG begins after 1 byte").contains("send the bytes from there on");
        assertThat(message(length)).contains("a JPEG begins after 4 bytes");
        assertThat(OtherFormats.certain(ByteBuffer.wrap(length))).isPresent();
    }

    @Test
    void namesABufferOfZeros() {
        for (int length : new int[] {1, 2, 9, 1000, 1 << 20}) {
            assertThat(message(new byte[length])).contains("nothing but zeros (" + length + " bytes)");
        }
        byte[] almost = new byte[1000];
        almost[999] = 1;
        assertThat(OtherFormats.certain(ByteBuffer.wrap(almost))).isEmpty();
    }

    @Test
    void knowsNothingOfWhatNobodyKnows() {
        byte[] bytes = new byte[600];
        new Random(3).nextBytes(bytes);
        bytes[0] = (byte) 0xF7;

        assertThat(OtherFormats.of(ByteBuffer.wrap(bytes))).isEmpty();
        assertThat(OtherFormats.of(ByteBuffer.allocate(0))).isEmpty();
    }

    @Test
    void keepsThePositionOfTheBuffer() {
        ByteBuffer buffer = ByteBuffer.wrap("..GIF89a".getBytes(StandardCharsets.UTF_8), 2, 6);

        assertThat(OtherFormats.of(buffer).orElseThrow().name()).contains("GIF");
        assertThat(buffer.position()).isEqualTo(2);
    }

    @Test
    void isAtNoLossWhateverTheBytes() {
        Random random = new Random(5);
        for (int round = 0; round < 20_000; round++) {
            byte[] bytes = new byte[random.nextInt(64)];
            random.nextBytes(bytes);
            if (bytes.length > 0 && round % 2 == 0) {
                bytes[0] = 0;
            }
            OtherFormats.of(ByteBuffer.wrap(bytes));
        }
    }

    private static String message(byte[] bytes) {
        return OtherFormats.of(ByteBuffer.wrap(bytes)).orElseThrow().message();
    }

    private static void put(byte[] bytes, int offset, String text) {
        byte[] put = text.getBytes(StandardCharsets.ISO_8859_1);
        System.arraycopy(put, 0, bytes, offset, put.length);
    }
}
