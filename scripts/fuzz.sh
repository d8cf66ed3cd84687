# shellcheck shell=bash
# ./emotionstream test --fuzz: Jazzer on our own parsers, and mutated pictures through OpenCV and dlib in a child
# process. Sourced by emotionstream, which sets root, home and has say, fail, maven.
# What was found lies in .emotionstream/fuzz: corpus/TARGET (what reaches new code), findings/TARGET, TARGET.log.

fuzz_modules=(models/landmarks models/features models/paper services/events)

# TARGET MODULE CLASS INSTRUMENTED MAX_LENGTH
fuzz_targets=(
  'headers landmarks org.emotionstream.landmarks.header.PictureHeaderFuzzTest org.emotionstream.landmarks.header.** 4096'
  'avro events org.emotionstream.events.wire.AvroMessagesFuzzTest org.emotionstream.**:org.apache.avro.** 4096'
  'release contract org.emotionstream.contract.ReleaseJsonFuzzTest org.emotionstream.contract.**:com.fasterxml.jackson.** 16384'
  'head contract org.emotionstream.contract.HeadFileFuzzTest org.emotionstream.contract.**:com.fasterxml.jackson.** 131072'
  'features features org.emotionstream.features.FeaturesBinFuzzTest org.emotionstream.features.** 700000'
  'h5 paper org.emotionstream.paper.keras.Hdf5FuzzTest org.emotionstream.paper.keras.**:io.jhdf.** 65536'
)

fuzz_usage() {
  cat <<'TEXT'
usage: ./emotionstream test --fuzz [--minutes N] [--only TARGET]

Gives our own parsers what Jazzer thinks of, N minutes each (30), and OpenCV and dlib mutated pictures in a
child process. Exit code 1 when something is found; the input is then in .emotionstream/fuzz/findings.

Targets: headers (first bytes of a picture), avro (messages), release, head, features (files of a release),
h5 (Keras's models), native (OpenCV and dlib).
TEXT
}

# fuzz_java MODULE JAVA_ARGS...
fuzz_java() {
  local classes=$home/build/$1
  shift
  "$JAVA_HOME/bin/java" -XX:-UsePerfData -Djava.io.tmpdir="$home/tmp" -Demotionstream.root="$root" \
    -Dorg.bytedeco.javacpp.cachedir="$home/native/javacpp" \
    -cp "$classes/test-classes:$classes/classes:$(<"$classes/test.classpath")" "$@"
}

# fuzz_parser SECONDS TARGET MODULE CLASS INSTRUMENTED MAX_LENGTH
fuzz_parser() {
  local code=0 log=$home/fuzz/$2.log corpus=$home/fuzz/corpus/$2 findings=$home/fuzz/findings/$2
  mkdir -p "$corpus" "$findings"
  fuzz_java "$3" "$4" "$corpus"
  # shellcheck disable=SC2086
  fuzz_java "$3" -Xmx1g -XX:+UseSerialGC com.code_intelligence.jazzer.Jazzer --target_class="$4" \
    --instrumentation_includes="$5" --custom_hook_includes="$5" --reproducer_path="$findings" \
    -artifact_prefix="$findings/" -max_len="$6" -max_total_time="$1" -timeout=90 -rss_limit_mb=3000 \
    -print_final_stats=1 "$corpus" >"$log" 2>&1 || code=$?
  printf '%-9s %5d s  %12s inputs  %6s reached new code  %s\n' "$2" "$1" \
    "$(sed -n 's/^stat::number_of_executed_units: *//p' "$log")" "$(find "$corpus" -type f | wc -l)" \
    "$( ((code == 0)) && echo 'nothing found' || echo "FOUND, see $log")"
  return $code
}

run_fuzz() {
  local minutes=30 only='' target found=0
  while (($#)); do
    case $1 in
      --minutes) minutes=${2:-} && shift 2 ;;
      --only) only=${2:-} && shift 2 ;;
      -h | --help) fuzz_usage && exit ;;
      *) fuzz_usage >&2 && fail 2 "test --fuzz does not know \"$1\"" ;;
    esac
  done
  [[ $minutes =~ ^[1-9][0-9]*$ ]] || fail 2 "--minutes: expected a whole number of at least 1, found \"$minutes\""
  [[ -z $only || " headers avro release head features h5 native " == *" $only "* ]] ||
    fail 2 "--only: expected headers, avro, release, head, features, h5 or native, found \"$only\""
  require jdk build model
  check_maven
  lock_for_change fuzz
  maven fuzz -Ppaper -pl "$(IFS=, && echo "${fuzz_modules[*]}")" -am -DskipTests test-compile dependency:build-classpath \
    "-Dmdep.outputFile=\${project.build.directory}/test.classpath" -Dmdep.includeScope=test
  for target in "${fuzz_targets[@]}"; do
    # shellcheck disable=SC2086
    [[ -n $only && $only != "${target%% *}" ]] || fuzz_parser $((minutes * 60)) $target || found=1
  done
  if [[ -z $only || $only == native ]]; then
    mkdir -p "$home/fuzz/findings/native"
    fuzz_java landmarks org.emotionstream.landmarks.NativeFuzz "$((minutes * 60))" "$home/fuzz/findings/native" ||
      found=1
  fi
  return $found
}
