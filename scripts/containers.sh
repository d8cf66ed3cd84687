# shellcheck shell=bash
# ./emotionstream test --containers: builds the images and runs the compose file. Sourced by emotionstream, which sets
# root, home and has say, fail, require. What it writes lies in .emotionstream/containers.

containers=$home/containers
project=emotionstream-test

# shellcheck source=scripts/containers/engine.sh
source "$root/scripts/containers/engine.sh"
# shellcheck source=scripts/containers/bases.sh
source "$root/scripts/containers/bases.sh"
# shellcheck source=scripts/containers/checks.sh
source "$root/scripts/containers/checks.sh"
# shellcheck source=scripts/containers/more.sh
source "$root/scripts/containers/more.sh"

containers_usage() {
  cat <<'TEXT'
usage: ./emotionstream test --containers [--short] [--keep]

Builds the images from this checkout and runs docker/compose.yaml: docs/guides/containers.md says what that shows.
Uses the Docker engine that answers; where none does, and as root, one of its own that ends with the test.

  --short   without registry, Prometheus and Grafana, and with this machine's Maven downloads, as every test does
  --keep    keeps what was built in .emotionstream/containers, for a quicker second time
TEXT
}

# free_port: of 127.0.0.1, as the local broker chooses them.
free_port() {
  local port
  while true; do
    port=$((20000 + RANDOM % 12000))
    if ! (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; then
      echo "$port"
      return
    fi
  done
}

in_compose() { "${compose[@]}" --project-directory "$root/docker" -p "$project" -f "$root/docker/compose.yaml" "$@"; }

# prepare_settings: ports that are free, images of our own names, so that no chain of yours is touched.
prepare_settings() {
  export EMOTIONSTREAM_IMAGE=emotionstream-test/services EMOTIONSTREAM_BROKER_IMAGE=emotionstream-test/broker
  EMOTIONSTREAM_BROKER_PORT=$(free_port) REGISTRY_PORT=$(free_port) PROMETHEUS_PORT=$(free_port) GRAFANA_PORT=$(free_port)
  export EMOTIONSTREAM_BROKER_PORT REGISTRY_PORT PROMETHEUS_PORT GRAFANA_PORT LANDMARKER_SMALLEST_FACE=40
  core=(broker prepare "${chain[@]}")
  more=()
  if ((short)); then
    export SCHEMA_REGISTRY_URL=
  else
    unset SCHEMA_REGISTRY_URL
    more=(registry prometheus)
  fi
}

# build_images: both targets; the second is made of the layers of the first.
build_images() {
  local target arguments=(--build-arg "REVISION=$(git -C "$root" rev-parse HEAD 2>/dev/null || echo unknown)")
  ((!own_engine)) || slim_image || return
  if ((short && own_engine)); then
    arguments+=(--build-arg "BUILD_IMAGE=$(warm_image)") || return
  fi
  for target in services broker; do
    docker build --network host -f "$root/docker/Dockerfile" "${arguments[@]}" --target "$target" \
      -t "emotionstream-test/$target" "$root" || return
  done >"$containers/build.log" 2>&1
}

clean_up() {
  local job
  trap '' INT TERM
  for job in $(jobs -pr); do
    [[ $job == "$(cat "$containers/engine.pid" 2>/dev/null)" ]] || kill "$job" 2>/dev/null
  done
  if docker info >/dev/null 2>&1; then
    in_compose logs --no-color >"$containers/compose.log" 2>&1
    in_compose down --volumes --remove-orphans --timeout 5 >/dev/null 2>&1
    ((keep)) || docker image rm "$EMOTIONSTREAM_IMAGE" "$EMOTIONSTREAM_BROKER_IMAGE" >/dev/null 2>&1
  fi
  stop_engine
  # Of 2 GB of layers nobody else has any use.
  ((keep || !own_engine)) || rm -rf "${containers:?}"/{images,exec,engine,packages,etc,opt,run,work,slim.tar}
}

# run_containers ARGS...: in a shell of its own, whose end ends everything. Exit code 1: a check failed.
run_containers() (
  local short=0 keep=0 no_engine=''
  compose=() core=() more=()
  while (($#)); do
    case $1 in
      --short) short=1 ;;
      --keep) keep=1 ;;
      -h | --help) containers_usage && exit ;;
      *) containers_usage >&2 && fail 2 "test --containers does not know \"$1\"" ;;
    esac
    shift
  done
  set +e
  trap - ERR
  mkdir -p "$containers"
  if ! find_engine; then
    ((short)) && say "containers: skipped: $no_engine" && exit 0
    fail 3 "$no_engine"
  fi
  prepare_settings
  trap clean_up EXIT
  trap 'exit 130' INT TERM
  ((short)) || check_disk 6000 "$containers"
  all_checks
)
