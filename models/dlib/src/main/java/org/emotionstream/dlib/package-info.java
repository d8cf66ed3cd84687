/**
 * dlib for Java: its frontal face detector and its 68-point shape predictor, bound with JavaCPP; beside it {@link
 * org.emotionstream.dlib.JpegData}, libjpeg-turbo's look at the data of a JPEG.
 *
 * <p>Three layers: {@link org.emotionstream.dlib.DlibPreset} says what is bound and how it is compiled,
 * {@link org.emotionstream.dlib.RawDlib} has the native methods, and the public classes on top have plain
 * Java types, close deterministically and throw {@link org.emotionstream.dlib.DlibException}. The C++ behind
 * them is in {@code src/main/native}; it is dlib's headers alone, so that no BLAS is linked that could clash
 * with the one of OpenCV or libtorch, and a libjpeg-turbo of which no symbol is seen outside. The trees of the shape
 * predictor and the filters of the detector are evaluated by code of our own, with the sums of dlib.
 */
package org.emotionstream.dlib;
