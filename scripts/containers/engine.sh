# shellcheck shell=bash
# A container engine for the test: the one that answers, else one of our own, which ends with the test. Sourced by
# scripts/containers.sh, which sets containers (our folder) and has say and fail.

own_engine=0

# engine_answers: one that somebody has started, and that the test is to use.
engine_answers() { [[ -z ${EMOTIONSTREAM_OWN_ENGINE:-} ]] && timeout 20 docker info >/dev/null 2>&1; }

# find_engine: sets compose and, for an engine of our own, PATH and DOCKER_HOST. Not 0: there is none and can be none.
find_engine() {
  if engine_answers; then
    no_engine='there is neither docker compose nor docker-compose'
  elif ((EUID != 0)); then
    no_engine='no Docker engine answers, and only root can start one for the test'
    return 1
  else
    start_own_engine
  fi
  if docker compose version >/dev/null 2>&1; then
    compose=(docker compose)
  elif command -v docker-compose >/dev/null; then
    compose=(docker-compose)
  else
    return 1
  fi
}

# fetch_engine: Debian's packages, unpacked and not installed, since installing them would start a daemon.
fetch_engine() {
  local packages=(docker.io containerd runc) file
  [[ ! -x $containers/engine/usr/sbin/dockerd ]] || return 0
  is_known "${packages[@]}" || apt-get update -q >&2
  ! is_known docker-cli || packages+=(docker-cli)
  mkdir -p "$containers/packages" "$containers/engine"
  (cd "$containers/packages" && apt-get download -q "${packages[@]}") >&2 2>/dev/null ||
    fail 3 "cannot download the Debian packages ${packages[*]}"
  for file in "$containers"/packages/*.deb; do
    dpkg-deb -x "$file" "$containers/engine"
  done
}

# start_own_engine: a daemon that sees its own mounts and processes only, so that nothing of it outlives us: not a mount,
# not a container. What it would write to /etc, /opt and /run goes to our folder.
start_own_engine() {
  local i
  ((${#containers} <= 70)) || fail 3 "the path $containers is too long for the sockets of a container engine"
  require containers
  fetch_engine
  stop_left_over
  export PATH=$containers/engine/usr/sbin:$containers/engine/usr/bin:$PATH
  export DOCKER_HOST=unix://$containers/docker.sock DOCKER_BUILDKIT=0 DOCKER_CONFIG=$containers/client
  own_engine=1
  rm -rf "${containers:?}"/{etc,opt,run,exec,dockerd.pid}
  # shellcheck disable=SC2016
  setsid setpriv --pdeathsig KILL unshare --mount --pid --fork --kill-child=KILL --mount-proc bash -c '
    folder=$1
    for place in etc opt run; do
      mkdir -p "$folder/$place" "$folder/work/$place"
      mount -t overlay overlay -o "lowerdir=/$place,upperdir=$folder/$place,workdir=$folder/work/$place" "/$place"
    done
    exec dockerd --bridge none --iptables=false --ip-forward=false --data-root "$folder/images" \
      --exec-root "$folder/exec" --host "unix://$folder/docker.sock" --pidfile "$folder/dockerd.pid"' \
    dockerd "$containers" >"$containers/dockerd.log" 2>&1 </dev/null 7>&- 8>&- 9>&- &
  echo $! >"$containers/engine.pid"
  for ((i = 0; i < 150; i++)); do
    ! docker info >/dev/null 2>&1 || return 0
    kill -0 "$(<"$containers/engine.pid")" 2>/dev/null || break
    sleep 0.2
  done
  tail -n 5 "$containers/dockerd.log" >&2
  fail 3 "the container engine of the test does not start; its log is $containers/dockerd.log"
}

# An engine whose test was killed: it ends with its parent, so this is for the moment in between.
stop_left_over() {
  local pid
  pid=$(cat "$containers/engine.pid" 2>/dev/null) || return 0
  if [[ $(tr '\0' ' ' 2>/dev/null <"/proc/$pid/cmdline") == *"$containers"* ]]; then
    kill -KILL "$pid"
  fi
  rm -f "$containers/engine.pid"
}

# stop_engine: gracefully first, so that networks and control groups go too.
stop_engine() {
  local pid i
  ((own_engine)) || return 0
  pid=$(cat "$containers/engine.pid" 2>/dev/null) || return 0
  pkill -TERM --parent "$pid" 2>/dev/null
  for ((i = 0; i < 100; i++)); do
    kill -0 "$pid" 2>/dev/null || break
    sleep 0.2
  done
  kill -KILL "$pid" 2>/dev/null
  rm -f "$containers/engine.pid"
}
