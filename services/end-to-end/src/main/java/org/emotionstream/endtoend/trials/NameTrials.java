package org.emotionstream.endtoend.trials;

import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** Keys and headers of all kinds: how a picture is named, and where it comes from. */
final class NameTrials {
    private static final int MOST = 1024;

    private final byte[] picture;

    NameTrials(BufferedImage portrait) {
        picture = Encoding.jpeg(Encoding.drawn(portrait, BufferedImage.TYPE_INT_RGB, 64, 64));
    }

    void addTo(Trials trials) {
        key(trials, "key-controls", "a key with escape sequences", "\u001B]0;title\u0007\u001B[31mred\r");
        key(trials, "key-lines", "a key of two lines and columns", "a\nb\t6 fake rejected");
        key(trials, "key-turned", "a key with a mark that turns the direction", "k\u202Egpj.exe");
        key(trials, "key-letters", "a key of letters of the world", "Zoë 日本 😀");
        key(
                trials,
                "key-longest",
                "a key of 1,024 bytes",
                "k".repeat(MOST - trials.id("key-longest").length()));
        trials.add("key-none", "no key", Sent.of("", picture).namedByItsPlace(null), Expected.answered());
        trials.add("key-empty", "an empty key", Sent.of("", picture).namedByItsPlace(new byte[0]), Expected.answered());
        trials.add(
                "key-too-long",
                "a key of 1,025 bytes",
                Sent.of("", picture).namedByItsPlace("k".repeat(MOST + 1).getBytes(StandardCharsets.UTF_8)),
                Expected.rejected("id-too-long"));
        // Counters that are other ones in every run.
        byte[] number = ByteBuffer.allocate(Long.BYTES)
                .putLong(System.currentTimeMillis())
                .array();
        binary(trials, "key-number", "a key that is a number of 8 bytes", number);
        binary(trials, "key-no-text", "a key that is no UTF-8", Encoding.join(new byte[] {(byte) 0xFF}, number));
        headers(trials);
    }

    private void headers(Trials trials) {
        trials.add(
                "header-id",
                "an id in the header image-id, and a key",
                Sent.of(trials.id("header-id"), picture)
                        .withKey(new byte[] {'k'}, trials.id("header-id"))
                        .withHeader("image-id", trials.id("header-id")),
                Expected.answered());
        trials.add(
                "header-source",
                "a source with an escape sequence",
                Sent.of(trials.id("header-source"), picture).withHeader("source", "gate\u001B[31m7"),
                new Expected(
                        "answered, from gate?[31m7",
                        Expected.from("gate\u001B[31m7").holds()));
        trials.add(
                "header-forged",
                "headers that only the chain writes",
                Sent.of(trials.id("header-forged"), picture)
                        .withHeader("emotionstream-reason", "forged")
                        .withHeader("emotionstream-attempt", "many"),
                Expected.answered());
    }

    private void key(Trials trials, String name, String input, String text) {
        trials.add(name, input, Sent.of(trials.id(name) + text, picture), Expected.answered());
    }

    private void binary(Trials trials, String name, String input, byte[] key) {
        Sent sent = Sent.of("", picture).withKey(key, HexFormat.of().formatHex(key));
        trials.add(name, input, sent, Expected.answered());
    }
}
