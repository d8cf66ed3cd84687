# shellcheck shell=bash
# What must hold of the images and of the chain that runs from them. Sourced by scripts/containers.sh.

chain=(landmarker featurizer cnn-worker-model-1 cnn-worker-model-2 cnn-worker-model-3 cnn-worker-model-4 combiner)
largest_image=700000000
passed=0 failed=0 skipped=0

# check WHAT COMMAND...: one line, and the command's own words where it fails. It runs in the background, so that who
# interrupts us does not wait for it.
check() {
  local what=$1 said code=0
  shift
  kill -0 $$ 2>/dev/null || exit 130
  "$@" >"$containers/check.log" 2>&1 &
  wait $! || code=$?
  said=$(<"$containers/check.log")
  if ((code == 0)); then
    passed=$((passed + 1))
    printf '%5d s  ok       %s%s\n' "$SECONDS" "$what" "${said:+: ${said##*$'\n'}}"
  else
    failed=$((failed + 1))
    printf '%5d s  FAILED   %s\n%s\n' "$SECONDS" "$what" "$(tail -n 15 <<<"$said")"
    return 1
  fi
}

skip() {
  skipped=$((skipped + 1))
  printf '%5d s  skipped  %s\n' "$SECONDS" "$1"
}

container() { in_compose ps -q "$1" | head -n 1; }
inside() { timeout 60 docker exec "$(container "$1")" "${@:2}"; }
inspect() { docker inspect --format "$2" "$(container "$1")"; }
image_shell() { timeout 120 docker run --rm --network none --entrypoint bash "$EMOTIONSTREAM_IMAGE" -c "$1"; }

# within SECONDS COMMAND...: until it holds.
within() {
  local end=$((SECONDS + $1))
  shift
  until "$@" >/dev/null 2>&1; do
    ((SECONDS < end)) || { "$@"; return 1; }
    sleep 1
  done
}

# command_line ARGS...: our command line in a container among the others, hardened as they are.
command_line() {
  timeout 150 docker run --rm --read-only --tmpfs /tmp --cap-drop ALL --security-opt no-new-privileges \
    --network "${project}_default" --volume "$containers/pictures:/pictures:ro" \
    --env "SCHEMA_REGISTRY_URL=${SCHEMA_REGISTRY_URL-http://registry:8080/apis/ccompat/v7}" \
    "$EMOTIONSTREAM_IMAGE" cli "$@"
}

# --- the images

image_is_small() {
  local size
  size=$(docker image inspect --format '{{.Size}}' "$EMOTIONSTREAM_IMAGE")
  echo "$((size / 1000000)) MB, $(docker image inspect --format '{{len .RootFS.Layers}}' "$EMOTIONSTREAM_IMAGE") layers"
  ((size <= largest_image))
}

image_has_no_compiler() {
  # shellcheck disable=SC2016
  image_shell 'found=$(find / -xdev \( -name "*gcc*" -o -name "g++*" -o -name "c++*" -o -name javac -o -name jlink -o -name mvn \
      -o -name ld -o -name as -o -name make -o -name jcmd -o -name "*.h" -o -name "*.a" \) \
      \( -type f -o -type l \) -path "*bin*" 2>/dev/null; command -v curl wget python3 perl5)
    [[ -z $found ]] || { echo "$found"; exit 1; }'
}

image_is_labelled() {
  local labels version
  version=$(sed -n '/<artifactId>emotionstream</{n;s/.*>\(.*\)<.*/\1/p;q}' "$root/pom.xml")
  labels=$(docker image inspect --format '{{json .Config.Labels}}' "$EMOTIONSTREAM_IMAGE")
  [[ $labels == *image.title* && $labels == *image.version*"$version"* && $labels == *image.revision* && $labels == *Apache-2.0* ]]
}

wrong_arguments_are_named() {
  local said
  said=$(docker run --rm --network none "$EMOTIONSTREAM_IMAGE" landmaker 2>&1)
  [[ $? == 2 && $said == *'there is no service "landmaker"'* ]] || return
  said=$(docker run --rm --network none --env EMOTIONSTREAM_HEAP=much "$EMOTIONSTREAM_IMAGE" featurizer 2>&1)
  [[ $? == 2 && $said == *EMOTIONSTREAM_HEAP* ]]
}

# --- how containers run

all_healthy() {
  local service
  for service in broker "${chain[@]}" "${more[@]}"; do
    [[ $(inspect "$service" '{{if .State.Health}}{{.State.Health.Status}}{{else}}{{.State.Status}}{{end}}') =~ ^(healthy|running)$ ]] ||
      { echo "$service: $(in_compose logs --no-color --tail 8 "$service")"; return 1; }
  done
}

nobody_is_root() {
  local service status wanted
  for service in broker "${chain[@]}"; do
    status=$(inside "$service" cat /proc/1/status) || return
    for wanted in Name:java Uid:10001 NoNewPrivs:1 CapEff:0000000000000000 CapBnd:0000000000000000; do
      grep -qE "^${wanted/:/:[[:space:]]+}([[:space:]]|\$)" <<<"$status" || { echo "$service, $wanted: $status"; return 1; }
    done
  done
}

# JavaCPP makes links in /tmp to the libraries that lie unpacked in the image; files would be copies.
nothing_else_is_writable() {
  local service
  for service in broker "${chain[@]}"; do
    # shellcheck disable=SC2016
    inside "$service" bash -c 'for place in /opt/emotionstream /etc /usr/bin /home /; do
        ! touch "$place/file" 2>/dev/null || { echo "can write $place"; exit 1; }
      done
      touch /tmp/file /var/lib/emotionstream/file && rm /tmp/file /var/lib/emotionstream/file &&
        [[ -z $(find /tmp /var/lib/emotionstream -type f -name "*.so*") ]]' || { echo "in $service"; return 1; }
  done
}

only_loopback_is_published() {
  local service published
  published=$(for service in broker "${chain[@]}" "${more[@]}"; do docker port "$(container "$service")"; done)
  [[ -n $published ]] && ! grep -v -- '-> 127\.0\.0\.1:' <<<"$published"
}

# allocate LIMIT: 200 MB, in a container that may have so much.
allocate() {
  docker run --rm --network none --memory "$1" --memory-swap "$1" --entrypoint bash "$EMOTIONSTREAM_IMAGE" \
    -c 'printf -v text "%200000000s" ""' >/dev/null 2>&1
}

# What a container may take is what the compose file says, and the kernel keeps it.
limits_are_kept() {
  local service limit code
  for service in broker "${chain[@]}"; do
    limit=$(inside "$service" bash -c 'cat /sys/fs/cgroup/memory.max /sys/fs/cgroup/memory/memory.limit_in_bytes 2>/dev/null')
    [[ $(inspect "$service" '{{.HostConfig.Memory}}') == "$limit" && $limit -le 1073741824 ]] || { echo "$service: $limit"; return 1; }
    [[ $(inspect "$service" '{{.State.OOMKilled}} {{.RestartCount}}') == "false 0" ]] || { echo "$service was restarted"; return 1; }
  done
  allocate 512m || { echo '200 MB do not fit into 512 MB'; return 1; }
  allocate 64m
  (($? == 137)) || { echo '200 MB fit into 64 MB'; return 1; }
  docker stats --no-stream --format '{{.Name}} {{.MemUsage}}' | sed "s/^${project}[-_]//; s/[-_]1 / /" | sort >"$containers/memory.txt"
}

# --- what the chain does

# photographs: the twelve of Debian's dlib package.
photographs() {
  local name folder=$containers/pictures
  mkdir -p "$folder"
  (($(find "$folder" -name '*.jpg' | wc -l) < 12)) || return 0
  name=$(apt-cache depends libdlib-dev | sed -n 's/^ *Depends: \(libdlib[0-9].*\)$/\1/p')
  (cd "$containers" && apt-get download -q "$name" && dpkg-deb -x libdlib*.deb photographs && rm libdlib*.deb) || return
  cp "$containers"/photographs/usr/share/doc/*/examples/faces/*.jpg "$folder/"
  rm -rf "$containers/photographs"
  chmod -R a+rX "$folder"
  echo "$(find "$folder" -name '*.jpg' | wc -l) of them"
  (($(find "$folder" -name '*.jpg' | wc -l) == 12))
}

# answered COUNT: all of them, by four networks, in all so many since the beginning; read from this machine.
answered() {
  local answers
  answers=$(timeout 120 docker run --rm --network host --env "SCHEMA_REGISTRY_URL=${SCHEMA_REGISTRY_URL-http://127.0.0.1:$REGISTRY_PORT/apis/ccompat/v7}" \
    "$EMOTIONSTREAM_IMAGE" cli watch --bootstrap "localhost:$EMOTIONSTREAM_BROKER_PORT" --from-beginning --limit "$1" --json) ||
    { echo "$answers" | cut -c 1-200; return 1; }
  (($(grep -c '"partial":false' <<<"$answers") == $1)) && (($(grep -o '"emotion":"' <<<"$answers" | wc -l) >= $1 * 3)) &&
    echo "$1 images, $(grep -o '"box":' <<<"$answers" | wc -l) faces"
}

pictures_are_answered() {
  command_line send --bootstrap broker:9092 /pictures && answered "$1"
}

books_balance() { command_line audit --bootstrap broker:9092; }

# killed SERVICE: as the kernel would, without a word; it comes back, with the name that it had in its group.
comes_back() {
  local before
  before=$(inspect "$1" '{{.State.StartedAt}}')
  docker run --rm --network none --pid host --user 0 --entrypoint bash "$EMOTIONSTREAM_IMAGE" \
    -c "kill -KILL $(inspect "$1" '{{.State.Pid}}')" || return
  within 60 restarted "$1" "$before" && within 90 all_healthy
}

restarted() { [[ $(inspect "$1" '{{.State.Running}}') == true && $(inspect "$1" '{{.State.StartedAt}}') != "$2" ]]; }

# A crash in native code: its report is on the volume, no core file is, the service is back, and knows what has ended it.
crash_is_reported() {
  local before
  before=$(inspect landmarker '{{.State.StartedAt}}')
  inside landmarker bash -c 'kill -SEGV 1' || return
  # shellcheck disable=SC2016
  within 60 restarted landmarker "$before" && within 90 all_healthy &&
    inside landmarker bash -c '[[ -z $(find / -xdev -name "core.*" -size +1M 2>/dev/null) ]] && cd /var/lib/emotionstream && ls crash-landmarker-*.log' &&
    in_compose logs landmarker 2>&1 | grep 'ended by a crash of native code' >/dev/null
}

stops_when_asked() {
  local service id
  for service in landmarker combiner; do
    id=$(container "$service")
    timeout 60 docker stop --time 30 "$id" >/dev/null || return
    # 143: Java ended because of SIGTERM, and not 137, killed.
    [[ $(docker inspect --format '{{.State.ExitCode}}' "$id") == 143 ]] ||
      { echo "$service: exit code $(docker inspect --format '{{.State.ExitCode}}' "$id")"; return 1; }
  done
  in_compose start landmarker combiner >/dev/null 2>&1
  within 90 all_healthy
}

all_checks() {
  check 'the images build' build_images || { tail -n 20 "$containers/build.log"; summary; }
  check 'the image is at most 700 MB' image_is_small
  check 'no compiler and no tools of a JDK inside' image_has_no_compiler
  check 'labels' image_is_labelled
  check 'wrong arguments and settings are named, exit code 2' wrong_arguments_are_named
  ((short)) || other_images
  check 'the photographs' photographs
  check 'compose starts the chain' in_compose up -d "${core[@]}" "${more[@]}" || { in_compose ps; summary; }
  check 'all are healthy' within 150 all_healthy || summary
  check 'no root, no capability, no new privileges' nobody_is_root
  check 'only state and /tmp can be written, and no library is unpacked there' nothing_else_is_writable
  check 'only 127.0.0.1 is published' only_loopback_is_published
  check 'the twelve photographs are answered' pictures_are_answered 12
  check 'memory limits are kept' limits_are_kept
  check 'the books balance' books_balance
  check 'a killed worker comes back' comes_back cnn-worker-model-2
  check 'a crash in native code leaves its report' crash_is_reported
  if ((!short)); then
    more_checks
    check 'a killed broker comes back' comes_back broker
    check 'a killed combiner comes back' comes_back combiner
    check 'a stop is graceful' stops_when_asked
  fi
  check 'and the photographs are answered once more' pictures_are_answered 24
  check 'the books still balance' books_balance
  summary
}

summary() {
  cat "$containers/memory.txt" 2>/dev/null
  printf 'containers: %d passed, %d failed, %d skipped\n' "$passed" "$failed" "$skipped"
  exit $((failed > 0))
}
