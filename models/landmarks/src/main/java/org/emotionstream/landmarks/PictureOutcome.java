package org.emotionstream.landmarks;

import java.util.List;

/** What became of one picture. */
public sealed interface PictureOutcome {
    /**
     * It was decoded and searched.
     *
     * @param width of the upright picture (by its EXIF orientation), in pixels
     * @param height likewise
     * @param faces best score first; empty when nothing was detected
     * @param omittedFaces how many more were found beyond the limit of faces; of a whole picture that is the
     *     tile, beyond the best one
     * @param smallestFace the smallest face that was looked for, in pixels of the upright picture
     */
    record Decoded(int width, int height, List<Face> faces, int omittedFaces, int smallestFace)
            implements PictureOutcome {
        public Decoded {
            faces = List.copyOf(faces);
        }
    }

    /**
     * It was not looked at, by its own fault.
     *
     * @param reason which kind of fault
     * @param message what was expected and what came
     */
    record Rejected(RejectionReason reason, String message)
            implements PictureOutcome, PictureCheck.Result, PictureDecoder.Result {}
}
