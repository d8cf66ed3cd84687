// What dlib's own shape predictor makes of boxes in one picture. It shares no code with the module under test.
//
// points PREDICTOR PIXELS WIDTH HEIGHT CHANNELS, and on standard input the edges of a box on each line: left top right
// bottom. PIXELS is a file with the bytes of the picture, grey or blue, green, red. Prints the 136 coordinates of each.
#include <dlib/assert.h>
#include <dlib/test_for_odr_violations.h>
#undef DLIB_USE_BLAS
#undef DLIB_USE_LAPACK

#include <cstdio>
#include <cstdlib>
#include <dlib/image_processing.h>
#include <fstream>
#include <iostream>
#include <string>

template <typename pixel>
static void place(char** arguments) {
    const int width = std::atoi(arguments[3]), height = std::atoi(arguments[4]);
    dlib::array2d<pixel> picture(height, width);
    std::ifstream file(arguments[2], std::ios::binary);
    for (int row = 0; row < height; ++row) {
        file.read(reinterpret_cast<char*>(&picture[row][0]), width * sizeof(pixel));
    }
    dlib::shape_predictor predictor;
    dlib::deserialize(arguments[1]) >> predictor;
    long left, top, right, bottom;
    while (std::cin >> left >> top >> right >> bottom) {
        const dlib::full_object_detection points = predictor(picture, dlib::rectangle(left, top, right, bottom));
        for (unsigned long i = 0; i < points.num_parts(); ++i) {
            std::printf("%ld %ld ", points.part(i).x(), points.part(i).y());
        }
        std::printf("\n");
    }
}

int main(int, char** arguments) {
    if (std::string(arguments[5]) == "1") {
        place<unsigned char>(arguments);
    } else {
        place<dlib::bgr_pixel>(arguments);
    }
}
