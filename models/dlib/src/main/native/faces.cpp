#include "dlib_header_only.hpp"

#include "borrowed_image.hpp"
#include "faces.hpp"
#include "landmark_trees.hpp"
#include "separable_filter.hpp"

#include <dlib/vectorstream.h>
#include <fstream>
#include <malloc.h>
#include <stdexcept>
#include <string>
#include <vector>

namespace emotionstream {

namespace {

// Beyond this, the detector's pyramid (about 6.5 bytes a pixel) is not worth keeping for the next picture.
const int64_t LARGE_PICTURE = 1000 * 1000;

// Calls `work` with the pixels as grey or as blue, green, red.
template <typename Work>
void with_image(int64_t address, int width, int height, int64_t row_stride, int channels, const Work& work) {
    const unsigned char* top_row = reinterpret_cast<const unsigned char*>(address);
    if (channels == 1) {
        work(borrowed_image<unsigned char>{top_row, width, height, row_stride});
    } else if (channels == 3) {
        work(borrowed_image<dlib::bgr_pixel>{top_row, width, height, row_stride});
    } else {
        throw std::invalid_argument("an image has 1 or 3 channels, not " + std::to_string(channels));
    }
}

}  // namespace

const char* instruction_set() {
#ifdef __AVX2__
    return "avx2";
#else
    return "sse2";
#endif
}

struct FaceDetector::Implementation {
    frontal_face_detector prototype;
    std::unique_ptr<frontal_face_detector> working;
    std::vector<dlib::rect_detection> found;
};

FaceDetector::FaceDetector(const char* serialized, int64_t length) : implementation(new Implementation) {
    std::vector<char> bytes(serialized, serialized + length);
    dlib::vectorstream in(bytes);
    deserialize(implementation->prototype, in);
}

FaceDetector::~FaceDetector() = default;

int FaceDetector::detect(int64_t address, int width, int height, int64_t row_stride, int channels,
                         double threshold) {
    Implementation& own = *implementation;
    if (!own.working) {
        own.working.reset(new frontal_face_detector(own.prototype));
    }
    with_image(address, width, height, row_stride, channels,
               [&](const auto& image) { (*own.working)(image, own.found, threshold); });
    if (int64_t(width) * height > LARGE_PICTURE) {
        own.working.reset();
        // glibc keeps what is freed for the thread that had it; the next large picture comes to another.
        malloc_trim(0);
    }
    return static_cast<int>(own.found.size());
}

void FaceDetector::copy_detections(double* five_each) const {
    for (const dlib::rect_detection& face : implementation->found) {
        *five_each++ = face.rect.left();
        *five_each++ = face.rect.top();
        *five_each++ = face.rect.right();
        *five_each++ = face.rect.bottom();
        *five_each++ = face.detection_confidence;
    }
}

struct ShapePredictor::Implementation {
    landmark_model model;
};

ShapePredictor::ShapePredictor(const char* path) {
    std::ifstream in(path, std::ios::binary);
    if (!in) {
        throw std::runtime_error(std::string("cannot open ") + path);
    }
    implementation.reset(new Implementation{landmark_model(in)});
}

ShapePredictor::~ShapePredictor() = default;

int ShapePredictor::points() const {
    return landmark_model::POINTS;
}

void ShapePredictor::predict(int64_t address, int width, int height, int64_t row_stride, int channels, int left,
                             int top, int right, int bottom, int* coordinates) const {
    const dlib::rectangle face(left, top, right, bottom);
    with_image(address, width, height, row_stride, channels,
               [&](const auto& image) { place_landmarks(implementation->model, image, face, coordinates); });
}

}  // namespace emotionstream
