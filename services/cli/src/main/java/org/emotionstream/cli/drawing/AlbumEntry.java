package org.emotionstream.cli.drawing;

import org.emotionstream.schemas.ImageEmotions;

/** A picture on the page. */
sealed interface AlbumEntry {
    /** The name of its file. */
    String name();

    /**
     * It was looked at.
     *
     * @param image what was found
     * @param copy of the picture
     */
    record Answered(String name, ImageEmotions image, PictureCopy copy) implements AlbumEntry {}

    /**
     * There is nothing to show.
     *
     * @param why for people
     */
    record Unanswered(String name, String why) implements AlbumEntry {}
}
