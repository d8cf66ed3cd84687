// What the JavaCPP preset binds beside dlib: a look at the coded data of a JPEG by libjpeg-turbo, which is linked
// statically and hidden, so that it does not meet the copy inside OpenCV.
#pragma once

#include <cstdint>

namespace emotionstream {

// Decodes the entropy-coded data of a JPEG and nothing else, as far as all its pixels need. The bytes are borrowed.
//
// Returns 0 when nothing is missing and nothing damaged, 1 when data are missing, 2 when data are damaged or libjpeg
// refuses the file. Then `message` (at least 300 bytes) says what, zero-terminated. `end` is set for 0 only: the bytes
// that hold all the data; what follows (an end marker, anything else) is not needed.
int check_jpeg(int64_t address, int64_t length, char* message, int64_t* end);

}  // namespace emotionstream
