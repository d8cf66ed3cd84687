package org.emotionstream.paper.keras;

import java.util.Locale;

/** In which order a network was given the three colours of a picture. */
enum Colour {
    /** As OpenCV reads pictures, and the paper's code with it. */
    BGR,
    /** As Pillow reads pictures, and Keras's own loaders with it. */
    RGB;

    /** As it is typed and written: {@code bgr} or {@code rgb}. */
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
