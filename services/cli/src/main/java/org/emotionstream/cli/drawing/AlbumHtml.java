package org.emotionstream.cli.drawing;

import java.util.Locale;
import org.emotionstream.contract.Printable;

/** Text and numbers as they stand in a page. */
final class AlbumHtml {
    private AlbumHtml() {}

    /** This text, in an element or in an attribute between double quotes. */
    static String text(String text) {
        return Printable.of(text)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    /** A name of a stranger: its direction of writing ends with it. */
    static String name(String name) {
        return "<bdi>" + text(name) + "</bdi>";
    }

    /** A length with one decimal at most, as SVG and CSS read it. */
    static String number(double length) {
        String text = String.format(Locale.ROOT, "%.1f", length);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }

    /** For example {@code 75 %}. */
    static String percent(float probability) {
        return String.format(Locale.ROOT, "%.0f %%", 100 * probability);
    }
}
