package org.emotionstream.cli.demo;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.emotionstream.cli.answers.AnswerJson;
import org.emotionstream.cli.answers.AnswerTable;
import org.emotionstream.cli.answers.Balance;
import org.emotionstream.cli.answers.PictureAnswer;
import org.emotionstream.cli.drawing.Album;
import org.emotionstream.cli.pictures.FileName;
import org.emotionstream.cli.pictures.SentPicture;
import org.emotionstream.cli.terminal.Console;
import org.emotionstream.contract.FileFailure;

/**
 * What {@code demo} prints: a table or JSON, and perhaps an album.
 *
 * @param json instead of a table
 * @param smallestFace that is asked for, in pixels
 */
record DemoOutput(Console console, boolean json, Optional<Album> album, int smallestFace) {
    void begin() {
        if (!json) {
            console.result(AnswerTable.header());
        }
    }

    void answer(SentPicture picture, PictureAnswer answer) {
        if (json) {
            console.result(AnswerJson.of(answer, Optional.of(picture.file())));
        } else {
            AnswerTable.lines(answer, picture.name(), smallestFace).forEach(console::result);
        }
        album.ifPresent(pages -> pages.answered(picture, answer));
    }

    /**
     * The last line is the balance.
     *
     * @return whether the page of the album, where one is wanted, is written
     */
    boolean end(Balance balance) {
        List<SentPicture> missing = balance.missing();
        if (!missing.isEmpty()) {
            console.say("no answer came in time for:");
            missing.forEach(picture ->
                    console.say("  " + FileName.shown(picture.file()) + "  (image id " + picture.imageId() + ")"));
        }
        boolean written = album.map(pages -> finish(pages, balance)).orElse(true);
        if (json) {
            console.say(balance.toString());
        } else {
            console.result(balance.toString());
        }
        return written;
    }

    private boolean finish(Album pages, Balance balance) {
        try {
            pages.finish(balance.toString(), balance.missing());
            console.progress("look at " + pages.page());
            return true;
        } catch (IOException e) {
            console.say("--pictures: cannot write " + pages.page() + ": " + FileFailure.kind(e));
            return false;
        }
    }
}
