package org.emotionstream.landmarks;

import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgcodecs;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.emotionstream.dlib.JavaCppLibraries;

/** Loads the parts of OpenCV that are used here, and what they need. */
final class OpenCvLibrary {
    private OpenCvLibrary() {}

    /**
     * Loads them unless that is done.
     *
     * @throws org.emotionstream.contract.nativelibraries.NativeLibraryException when one cannot be unpacked or loaded,
     *     naming the folder and the cause
     */
    static void load() {
        JavaCppLibraries.load("OpenCV", opencv_core.class);
        JavaCppLibraries.load("OpenCV", opencv_imgproc.class);
        JavaCppLibraries.load("OpenCV", opencv_imgcodecs.class);
    }
}
