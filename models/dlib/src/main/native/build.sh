#!/bin/sh
# Builds what the JavaCPP plugin and the jar need of dlib, where it is older than its sources:
#   OUT/faces-avx2.o, OUT/faces-sse2.o   the code behind the JNI library, one for each instruction set
#   OUT/jpeg.o   what looks at the data of a JPEG; libjpeg-turbo chooses its instructions itself
#   OUT/resources/.../frontal_face_detector.dat   dlib's detector, serialized
# Usage: build.sh OUT
set -eu

sources=$(dirname "$0")
out=$1
detector=$out/resources/org/emotionstream/dlib/frontal_face_detector.dat
# Without -mfma and -ffast-math both variants add up in ways that differ only in the last bits.
flags="-std=c++17 -O3 -DNDEBUG -fPIC -fvisibility=hidden -ffunction-sections -fdata-sections"

need() {
    echo "The module dlib cannot be built: $1." >&2
    echo "Install the Debian package $2:  sudo apt-get install $2" >&2
    exit 1
}

command -v g++ >/dev/null || need "there is no C++ compiler g++" g++
echo '#include <dlib/image_processing.h>' | g++ -x c++ -E -M - >/dev/null 2>&1 ||
    need "g++ does not find dlib's headers (dlib/image_processing.h)" libdlib-dev

if [ ! -f "$(g++ -print-file-name=libjpeg.a)" ] || ! echo '#include <cstdio>
#include <jpeglib.h>
#include <jerror.h>' | g++ -x c++ -E -M - >/dev/null 2>&1; then
    need "g++ does not find libjpeg-turbo (jpeglib.h, jerror.h, libjpeg.a)" libjpeg62-turbo-dev
fi

mkdir -p "$(dirname "$detector")"

# stale FILE: it is not there, or a source or the dlib package changed after it was built
stale() {
    [ ! -f "$1" ] || [ -n "$(find "$sources" -newer "$1")$(find -H /usr/include/dlib -maxdepth 0 -cnewer "$1")" ]
}

compile() {
    stale "$out/faces-$1.o" || return 0
    # shellcheck disable=SC2086 # the flags are words
    g++ $flags "$2" -c "$sources/faces.cpp" -o "$out/faces-$1.o.part"
    mv "$out/faces-$1.o.part" "$out/faces-$1.o"
}

compile avx2 -mavx2
compile sse2 -march=x86-64

if stale "$out/jpeg.o"; then
    # shellcheck disable=SC2086 # the flags are words
    g++ $flags -c "$sources/jpeg.cpp" -o "$out/jpeg.o.part"
    mv "$out/jpeg.o.part" "$out/jpeg.o"
fi

if stale "$detector"; then
    g++ -std=c++17 -O1 "$sources/serialize_detector.cpp" -o "$out/serialize-detector" -ldlib ||
        need "a program cannot be linked with -ldlib" libdlib-dev
    "$out/serialize-detector" "$detector.part"
    mv "$detector.part" "$detector"
fi
