#!/bin/bash
# In the build stage: from what Maven has built to what the image holds. Each jar lies once in lib, whoever uses it, and
# native libraries lie unpacked in native: nothing is unpacked at start, so the file system may be read-only.
#
#   assemble.sh BUILD_FOLDER IMAGE_FOLDER
set -euo pipefail
build=$1 image=$2
lib=$image/lib native=$image/native services=$image/services
mkdir -p "$lib" "$native/linux-x86_64-avx2" "$native/linux-x86_64-sse2" "$services/cli"

for service in landmarker featurizer cnn-worker combiner; do
  cp -r "$build/$service/quarkus-app" "$services/$service"
done
cp -r "$build/cli/lib" "$build/cli/cli.jar" "$services/cli/"

# share_jars: the first jar of each content goes to lib, all become relative links to it.
share_jars() {
  local jar hash
  declare -A known=()
  while IFS= read -r jar; do
    hash=$(sha256sum <"$jar")
    if [[ -z ${known[$hash]:-} ]]; then
      known[$hash]=$lib/$(basename "$jar")
      [[ ! -e ${known[$hash]} ]] || { echo "two jars of different content are named $(basename "$jar")" >&2; exit 1; }
      cp "$jar" "${known[$hash]}"
    fi
    ln -sfr "${known[$hash]}" "$jar"
  done < <(find "$services" -path '*/lib/*' -name '*.jar' -type f ! -name '*quarkus-bootstrap-runner*' | LC_ALL=C sort)
}

# unpack_native JAR_PATTERN FILE_PATTERN FOLDER: the jars must be there, and hold it.
unpack_native() {
  local jar
  jar=$(find "$lib" -name "$1" | head -n 1)
  [[ -n $jar ]] || { echo "there is no jar $1" >&2; exit 1; }
  unzip -qoj "$jar" "$2" -d "$3"
}

# drop JAR_PATTERN FILE_PATTERN...: from every jar of that name.
drop() {
  local jars jar
  mapfile -t jars < <(find "$lib" -name "$1")
  shift
  for jar in "${jars[@]}"; do
    zip -qd "$jar" "$@"
  done
}

share_jars

# What OpenCV is used for here: pictures in and out, scaling, rotation. The rest of it stays out.
unpack_native '*javacpp-*-linux-x86_64.jar' '*/libjnijavacpp.so' "$native"
for name in libjniopenblas.so libjniopenblas_nolapack.so libopenblas.so.0 libgfortran.so.5 libquadmath.so.0; do
  unpack_native '*openblas-*-linux-x86_64.jar' "*/$name" "$native"
done
# JavaCPP's own name for it, by which its half asks for it.
ln -s libopenblas.so.0 "$native/libopenblas_nolapack.so.0"
for part in core imgproc imgcodecs; do
  unpack_native '*opencv-*-linux-x86_64.jar' "*/libopencv_$part.so.*" "$native"
  unpack_native '*opencv-*-linux-x86_64.jar' "*/libjniopencv_$part.so" "$native"
done
for set in avx2 sse2; do
  unpack_native '*dlib.jar' "*/linux-x86_64-$set/*.so" "$native/linux-x86_64-$set"
done
unpack_native '*onnxruntime-*.jar' 'ai/onnxruntime/native/linux-x64/*.so' "$native"
unpack_native '*rocksdbjni-*.jar' 'librocksdbjni-linux64.so' "$native"
unpack_native '*zstd-jni-*.jar' 'linux/amd64/*.so' "$native"
unpack_native '*lz4-java-*.jar' 'net/jpountz/util/linux/amd64/*.so' "$native"
unpack_native '*snappy-java-*.jar' 'org/xerial/snappy/native/Linux/x86_64/*.so' "$native"

drop '*javacpp-*-linux-x86_64.jar' '*.so'
drop '*openblas-*-linux-x86_64.jar' '*.so*' '*/include/*'
drop '*opencv-*-linux-x86_64.jar' '*.so*' '*/share/*' '*/include/*' '*/python/*' '*/bin/*'
drop '*dlib.jar' '*.so'
drop '*onnxruntime-*.jar' 'ai/onnxruntime/native/*'
drop '*rocksdbjni-*.jar' '*.so' '*.jnilib' '*.dll'
drop '*zstd-jni-*.jar' '*.so' '*.dylib' '*.dll'
drop '*lz4-java-*.jar' '*.so' '*.dylib'
drop '*snappy-java-*.jar' 'org/xerial/snappy/native/*/*'

chmod -R a+rX "$image"
