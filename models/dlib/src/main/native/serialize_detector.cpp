// Writes dlib's frontal face detector to the file named by the first argument. The only program here that
// is linked with dlib's object code, and it runs at build time: the result becomes a resource.
#include "dlib_header_only.hpp"

#include <dlib/image_processing/frontal_face_detector.h>
#include <dlib/serialize.h>

int main(int, char** arguments) {
    dlib::frontal_face_detector detector = dlib::get_frontal_face_detector();
    dlib::serialize(arguments[1]) << detector;
    return 0;
}
