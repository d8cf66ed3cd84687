// The golden program: what dlib alone makes of the same pixels. It shares no code with the module under
// test: dlib's own detector from its own library, its own image type, and the formulas written once more.
//
// golden PREDICTOR, and on standard input a line for each picture:
//   FRAME WIDTH HEIGHT PICTURE_WIDTH PICTURE_HEIGHT MARGIN THRESHOLD TILES
// FRAME is a file with the grey pixels that are searched, TILES one with the grey 100 x 100 tiles of the
// faces, best first. Prints a line for each face: box in the picture (left top width height), the same of
// the square that the tile shows, 136 coordinates in the tile, the score. After each picture, "end".
#include <dlib/assert.h>
#include <dlib/test_for_odr_violations.h>
#undef DLIB_USE_BLAS
#undef DLIB_USE_LAPACK

#include <cmath>
#include <cstdio>
#include <dlib/image_processing.h>
#include <dlib/image_processing/frontal_face_detector.h>
#include <fstream>
#include <iostream>
#include <sstream>
#include <string>
#include <vector>

using namespace dlib;

static void read(std::istream& in, array2d<unsigned char>& image) {
    for (long row = 0; row < image.nr(); ++row) {
        in.read(reinterpret_cast<char*>(&image[row][0]), image.nc());
    }
}

static long half_up(double x) { return static_cast<long>(std::floor(x + 0.5)); }

static void search(frontal_face_detector& detector, const shape_predictor& predictor, const std::string& job) {
    std::istringstream in(job);
    std::string frame_name, tiles_name;
    long width, height;
    double picture_width, picture_height, margin, threshold;
    in >> frame_name >> width >> height >> picture_width >> picture_height >> margin >> threshold >> tiles_name;
    const double fx = picture_width / width, fy = picture_height / height;

    array2d<unsigned char> frame(height, width);
    std::ifstream frame_file(frame_name, std::ios::binary);
    read(frame_file, frame);
    std::vector<std::pair<double, rectangle>> faces;
    detector(frame, faces, threshold);

    std::ifstream tiles(tiles_name, std::ios::binary);
    for (const auto& face : faces) {
        const long left = half_up(face.second.left() * fx), right = half_up((face.second.right() + 1) * fx);
        const long top = half_up(face.second.top() * fy), bottom = half_up((face.second.bottom() + 1) * fy);
        const long side = half_up(std::max(right - left, bottom - top) * margin);
        const long square_left = half_up((left + right) / 2.0 - side / 2.0);
        const long square_top = half_up((top + bottom) / 2.0 - side / 2.0);
        const auto in_tile = [side](long distance) { return half_up(distance * (100.0 / side)); };

        array2d<unsigned char> tile(100, 100);
        read(tiles, tile);
        const full_object_detection points = predictor(
            tile, rectangle(in_tile(left - square_left), in_tile(top - square_top), in_tile(right - square_left) - 1,
                            in_tile(bottom - square_top) - 1));
        std::printf("%ld %ld %ld %ld %ld %ld %ld %ld", left, top, right - left, bottom - top, square_left, square_top,
                    side, side);
        for (unsigned long i = 0; i < points.num_parts(); ++i) {
            std::printf(" %ld %ld", points.part(i).x(), points.part(i).y());
        }
        std::printf(" %.4f\n", static_cast<float>(face.first));
    }
}

int main(int, char** arguments) {
    shape_predictor predictor;
    deserialize(arguments[1]) >> predictor;
    frontal_face_detector detector = get_frontal_face_detector();
    std::string job;
    while (std::getline(std::cin, job)) {
        search(detector, predictor, job);
        std::printf("end\n");
    }
}
