package org.emotionstream.landmarks;

import org.emotionstream.contract.nativelibraries.NativeLibraryException;
import org.emotionstream.dlib.ShapePredictor;

/** A process that opens the models, says so or why not, and ends. */
final class OpenFaceModels {
    private OpenFaceModels() {}

    public static void main(String[] arguments) {
        try (FaceModels models = FaceModels.open(ShapePredictor.DEBIAN_MODEL)) {
            System.out.println("opened");
        } catch (NativeLibraryException e) {
            System.out.println(e.getMessage());
        }
    }
}
