package org.emotionstream.landmarks.header;

/** The formats that are read; recognised by a picture's first bytes, never by its name. */
public enum PictureFormat {
    JPEG,
    PNG,
    /** Lossy, lossless and extended; of an animation the first picture. */
    WEBP,
    BMP
}
