// What the JavaCPP preset binds: dlib's frontal face detector and its 68-point shape predictor behind
// plain types. It includes nothing of dlib, so that the generated JNI code compiles in a second; the
// templates are in faces.cpp.
//
// Pixels are borrowed, never copied: `address` is that of the first byte of the top row, `row_stride` the
// bytes from one row to the next, `channels` 1 (grey) or 3 (blue, green, red, interleaved).
#pragma once

#include <cstdint>
#include <memory>

namespace emotionstream {

// The instruction set that this library was compiled for: "avx2" or "sse2".
const char* instruction_set();

// dlib's HOG detector. It works in its own scratch memory: one thread at a time.
class FaceDetector {
public:
    FaceDetector(const char* serialized, int64_t length);
    ~FaceDetector();

    // Finds faces, best score first, and keeps them for copy_detections; returns how many.
    int detect(int64_t address, int width, int height, int64_t row_stride, int channels, double threshold);

    // Five numbers a face: left, top, right, bottom (both inclusive), score.
    void copy_detections(double* five_each) const;

private:
    struct Implementation;
    std::unique_ptr<Implementation> implementation;
};

// dlib's ensemble of regression trees. predict does not write to it: any number of threads.
class ShapePredictor {
public:
    explicit ShapePredictor(const char* path);
    ~ShapePredictor();

    // How many points the model has.
    int points() const;

    // Writes x and y of each point in turn. The face is the rectangle of these inclusive edges.
    void predict(int64_t address, int width, int height, int64_t row_stride, int channels, int left, int top,
                 int right, int bottom, int* coordinates) const;

private:
    struct Implementation;
    std::unique_ptr<Implementation> implementation;
};

}  // namespace emotionstream
