package org.emotionstream.cli.drawing;

import org.emotionstream.cli.answers.PictureAnswer;

/** A picture on the page. */
sealed interface AlbumEntry {
    /** The name of its file. */
    String name();

    /**
     * It was looked at.
     *
     * @param answer what was found
     * @param copy of the picture
     */
    record Answered(String name, PictureAnswer.Final answer, PictureCopy copy) implements AlbumEntry {}

    /**
     * There is nothing to show.
     *
     * @param why for people
     */
    record Unanswered(String name, String why) implements AlbumEntry {}
}
