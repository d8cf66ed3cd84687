// dlib as headers alone. Debian configures it for BLAS and LAPACK, and linking those brings a second
// OpenBLAS beside the one of OpenCV or libtorch into the JVM, which crashes it. The detector and the
// predictor need neither: after dlib has checked its configuration, it is told so.
#pragma once

#include <dlib/assert.h>
#include <dlib/test_for_odr_violations.h>
#undef DLIB_USE_BLAS
#undef DLIB_USE_LAPACK

#include <dlib/image_processing.h>
#include <dlib/image_processing/scan_fhog_pyramid.h>

namespace emotionstream {

// The type that dlib::get_frontal_face_detector() returns; that header needs dlib's object code.
typedef dlib::object_detector<dlib::scan_fhog_pyramid<dlib::pyramid_down<6>>> frontal_face_detector;

}  // namespace emotionstream
