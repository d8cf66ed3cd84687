package org.emotionstream.endtoend.trials;

import org.emotionstream.schemas.ImageEmotions;

/** What became of a record. */
sealed interface Seen {
    /** For people, in a few words. */
    String words();

    /** It is on {@code emotions.final}. */
    record Answered(ImageEmotions emotions) implements Seen {
        @Override
        public String words() {
            String time = emotions.getCapturedAt() == null ? "" : ", taken " + emotions.getCapturedAt();
            int faces = emotions.getFaces().size();
            return (faces == 0 ? "no face" : faces + (faces == 1 ? " face" : " faces")) + time;
        }
    }

    /** It is on {@code images.rejected}. */
    record Rejected(String reason, String message) implements Seen {
        @Override
        public String words() {
            return reason + ": " + message;
        }
    }

    /** The client could not send it. */
    record NotSent(String why) implements Seen {
        @Override
        public String words() {
            return "not sent: " + why;
        }
    }

    /** It has two outcomes. */
    record Twice(Seen first, Seen second) implements Seen {
        @Override
        public String words() {
            return "two outcomes: " + first.words() + "; " + second.words();
        }
    }

    /** It has none yet. */
    record Nothing() implements Seen {
        @Override
        public String words() {
            return "no outcome";
        }
    }
}
