// What dlib itself finds: each photograph doubled once by dlib's own pyramid, searched by dlib's own frontal
// face detector. Prints a line a face: FILE LEFT TOP WIDTH HEIGHT, in pixels of the photograph.
// Debian's configuration of dlib asks for BLAS and LAPACK, which finding faces does not use.
#include <dlib/assert.h>
#include <dlib/test_for_odr_violations.h>
#undef DLIB_USE_BLAS
#undef DLIB_USE_LAPACK
#include <dlib/image_io.h>
#include <dlib/image_processing/frontal_face_detector.h>
#include <dlib/image_transforms.h>
#include <iostream>

int main(int argc, char **argv) {
  dlib::frontal_face_detector detector = dlib::get_frontal_face_detector();
  for (int i = 1; i < argc; ++i) {
    dlib::array2d<unsigned char> picture;
    dlib::load_image(picture, argv[i]);
    dlib::pyramid_up(picture);
    for (const dlib::rectangle &doubled : detector(picture)) {
      const dlib::rectangle face = dlib::pyramid_down<2>().rect_down(doubled);
      std::cout << argv[i] << ' ' << face.left() << ' ' << face.top() << ' ' << face.width() << ' ' << face.height() << '\n';
    }
  }
}
