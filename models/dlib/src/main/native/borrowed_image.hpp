// Somebody else's pixels, as dlib's templates want to see an image (see dlib/image_processing/
// generic_image.h): nothing is copied, and nothing is written.
#pragma once

#include <cstdint>
#include <dlib/image_processing/generic_image.h>

namespace emotionstream {

template <typename pixel>
struct borrowed_image {
    const unsigned char* top_row;
    long width;
    long height;
    long row_stride;
};

template <typename pixel>
long num_rows(const borrowed_image<pixel>& image) { return image.height; }

template <typename pixel>
long num_columns(const borrowed_image<pixel>& image) { return image.width; }

template <typename pixel>
long width_step(const borrowed_image<pixel>& image) { return image.row_stride; }

template <typename pixel>
const void* image_data(const borrowed_image<pixel>& image) { return image.top_row; }

}  // namespace emotionstream

namespace dlib {

template <typename pixel>
struct image_traits<emotionstream::borrowed_image<pixel>> {
    typedef pixel pixel_type;
};

}  // namespace dlib
