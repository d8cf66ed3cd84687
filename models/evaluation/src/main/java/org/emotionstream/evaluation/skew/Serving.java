package org.emotionstream.evaluation.skew;

import java.util.List;

/** What serving would make of a picture. Safe for use by many threads. */
interface Serving {
    /** The faces of an encoded picture, best score first; none of one that is rejected. */
    List<Sighting> faces(byte[] picture, Search search);
}
