package org.emotionstream.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PrintableTest {
    private static final String HOSTILE =
            "k \u001b]0;title\u0007\u001b[31m \r \n\t \u0085 \u009b31m \u007f \u0000 \u202e \u2066 \u200b \u200f \ufeff \u00ad "
                    + "\u2028 \u2029 \ud83d \udc41 a\u200db \udb40\udc41";

    @ParameterizedTest
    @CsvSource({
        "001b, \\u001b",
        "0000, \\u0000",
        "000a, \\n",
        "000d, \\r",
        "0009, \\t",
        "007f, \\u007f",
        "0085, \\u0085",
        "009b, \\u009b",
        "00ad, \\u00ad",
        "061c, \\u061c",
        "200b, \\u200b",
        "200d, \\u200d",
        "200e, \\u200e",
        "2028, \\u2028",
        "2029, \\u2029",
        "202e, \\u202e",
        "2066, \\u2066",
        "feff, \\ufeff",
        "d83d, \\ud83d",
        "dc41, \\udc41",
        "e0041, \\udb40\\udc41"
    })
    void escapesWhatMovesTheCursorOrCannotBeSeen(String hexadecimal, String shown) {
        String character = codePoint(Integer.parseInt(hexadecimal, 16));

        assertThat(Printable.of("a" + character + "b")).isEqualTo("a" + shown + "b");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "IMG 0001.jpg",
                "Zoë grüßt die Straße.jpg",
                "日本の写真.png",
                "תמונה.jpg",
                "\u0065\u0301t\u00e9",
                "C:\\new\\table",
                "\ud83d\ude00\ud83d\udc4d\ud83c\udffd",
                "family \ud83d\udc68\u200d\ud83d\udc69\u200d\ud83d\udc67",
                "heart \u2764\ufe0f\u200d\ud83d\udd25",
                "judge \ud83e\uddd1\ud83c\udffd\u200d\u2696\ufe0f",
                "<script>alert(\"x\")</script> %25 #?"
            })
    void leavesOrdinaryTextOfAllLanguagesAsItIs(String text) {
        assertThat(Printable.of(text)).isEqualTo(text);
    }

    @Test
    void givesOneLineWithoutControlAndFormatCharacters() {
        assertThat(Printable.of(HOSTILE)).doesNotContainPattern("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}\\p{Cs}]");
    }

    @Test
    void escapingTwiceIsEscapingOnce() {
        assertThat(Printable.of(Printable.of(HOSTILE))).isEqualTo(Printable.of(HOSTILE));
    }

    @Test
    void jsonSaysTheSameAfterwards() throws Exception {
        ObjectMapper json = new ObjectMapper();

        String line = Printable.of(json.writeValueAsString(HOSTILE));

        assertThat(json.readValue(line, String.class)).isEqualTo(HOSTILE);
    }

    private static String codePoint(int point) {
        return new StringBuilder().appendCodePoint(point).toString();
    }
}
