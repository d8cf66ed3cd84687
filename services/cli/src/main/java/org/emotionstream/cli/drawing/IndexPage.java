package org.emotionstream.cli.drawing;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.emotionstream.cli.answers.Answer;
import org.emotionstream.cli.answers.AnswerTable;
import org.emotionstream.cli.answers.FaceAnswer;
import org.emotionstream.contract.Emotion;
import org.emotionstream.schemas.ImageEmotions;

/** The page that shows all drawings: one file of HTML beside them, without scripts. */
final class IndexPage {
    /** From here on a drawing needs the whole width of the page to be read. */
    private static final int MANY_FACES = 4;

    private final String balance;
    private final List<Entry> entries;

    /**
     * A picture on the page.
     *
     * @param name of the picture
     * @param file of its drawing, beside the page; empty where it was rejected
     * @param emotions its answer; empty where it was rejected
     * @param remark why it was rejected
     */
    record Entry(String name, String file, Optional<ImageEmotions> emotions, String remark) {
        static Entry answered(String name, String file, ImageEmotions emotions) {
            return new Entry(name, file, Optional.of(emotions), "");
        }

        static Entry rejected(String name, String why) {
            return new Entry(name, "", Optional.empty(), why);
        }
    }

    IndexPage(String balance, List<Entry> entries) {
        this.balance = balance;
        this.entries =
                entries.stream().sorted(Comparator.comparing(Entry::name)).toList();
    }

    String html() {
        return String.format(
                Locale.ROOT,
                """
                <!DOCTYPE html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>Emotion Stream: %1$s</title>
                <style>%2$s</style>
                </head>
                <body>
                <header>
                <h1>Emotion Stream</h1>
                <p class="balance">%1$s</p>
                <ul class="legend">%3$s</ul>
                <p>Perceived expression, as annotators would name it; not what anybody feels. %4$s</p>
                </header>
                <main>
                %5$s
                </main>
                </body>
                </html>
                """,
                escape(balance),
                style(),
                legend(),
                escape(releases()),
                entries.stream().map(this::figure).collect(Collectors.joining("\n")));
    }

    private static String style() {
        return String.format(
                Locale.ROOT,
                """
                body{margin:0;background:%s;color:%s;font:16px/1.5 system-ui,sans-serif}
                header{padding:28px 32px 8px}h1{margin:0;font-size:26px}p{margin:6px 0;color:%s}
                .balance{color:inherit;font-size:18px}
                .legend{list-style:none;display:flex;flex-wrap:wrap;gap:8px;padding:0;margin:12px 0}
                .legend li{display:flex;align-items:center;gap:8px;background:%s;border-radius:99px;padding:4px 14px}
                .legend i{width:12px;height:12px;border-radius:50%%}
                main{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%%,560px),1fr));gap:20px;padding:20px 32px 40px;align-items:start}
                figure{margin:0;background:%s;border-radius:12px;overflow:hidden}
                img{display:block;width:100%%;height:auto}figcaption{padding:12px 16px}figcaption p{margin:2px 0}.wide{grid-column:1/-1}
                details{margin-top:6px}pre{overflow:auto;font-size:12px}.rejected{border-left:5px solid %s}
                """,
                Palette.BACKGROUND.css(),
                Palette.TEXT.css(),
                Palette.FAINT_TEXT.css(),
                Palette.CARD.css(),
                Palette.CARD.css(),
                Palette.ANGER.css());
    }

    private String legend() {
        List<FaceAnswer> faces = entries.stream()
                .flatMap(entry -> entry.emotions().stream())
                .flatMap(image -> image.getFaces().stream().map(FaceAnswer::of))
                .toList();
        String counts = Arrays.stream(Emotion.values())
                .filter(emotion -> emotion != Emotion.NO_FACE)
                .map(emotion -> item(
                        Palette.of(emotion),
                        emotion.label(),
                        faces.stream()
                                .filter(face -> face.emotion().equals(Optional.of(emotion)))
                                .count()))
                .collect(Collectors.joining());
        long without = faces.stream().filter(face -> face.emotion().isEmpty()).count();
        return counts + item(Palette.NONE, "without an emotion", without);
    }

    private static String item(Palette colour, String label, long count) {
        return String.format(Locale.ROOT, "<li><i style=\"background:%s\"></i>%s %d</li>", colour.css(), label, count);
    }

    private String releases() {
        String ids = entries.stream()
                .flatMap(entry -> entry.emotions().stream())
                .map(ImageEmotions::getReleaseId)
                .distinct()
                .collect(Collectors.joining(", "));
        return ids.isEmpty() ? "" : "Models: release " + ids + ".";
    }

    private String figure(Entry entry) {
        String name = escape(entry.name());
        if (entry.emotions().isEmpty()) {
            return String.format(
                    Locale.ROOT,
                    "<figure class=\"rejected\"><figcaption><strong>%s</strong><p>rejected: %s</p></figcaption></figure>",
                    name,
                    escape(entry.remark()));
        }
        ImageEmotions image = entry.emotions().get();
        String table = String.join("\n", AnswerTable.lines(new Answer.Final(image), entry.name()));
        return String.format(
                Locale.ROOT,
                """
                <figure%5$s><a href="%1$s"><img src="%1$s" alt="%2$s: %3$s" loading="lazy"></a>
                <figcaption><strong>%2$s</strong><p>%3$s</p><details><summary>as text</summary><pre>%4$s</pre></details></figcaption></figure>""",
                escape(entry.file()),
                name,
                escape(Words.of(image)),
                escape(table),
                image.getFaces().size() > MANY_FACES ? " class=\"wide\"" : "");
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
