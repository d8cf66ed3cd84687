# shellcheck shell=bash
# Builds what is not built yet, once. Sourced by emotionstream, which sets root and home and has say and fail.
# Locks: build.lock is held by who builds, use.lock also by who runs from the build (shared).

# files_hash FIND_ARGS...: one hash over names and content of files below the checkout.
files_hash() {
  (cd "$root" && find "$@" -type f -print0 | LC_ALL=C sort -z | xargs -0 sha256sum | sha256sum)
}

# The sources that matter for this build; tests and trained releases do not.
sources_hash() {
  local more=(schemas models services)
  [[ $1 == training ]] && more=(models)
  [[ $1 == manifests ]] && more=(schemas services/events models/contract deploy/checks)
  files_hash pom.xml .mvn "${more[@]}" -path models/releases -prune -o -path '*/src/test' -prune -o
}

# run_maven LOG ARGS...: shows each module as its turn comes, and everything in the log.
run_maven() {
  local log=$1 line now='Maven starts'
  shift
  while true; do
    if IFS= read -r -t 20 line; then
      printf '%s\n' "$line" >>"$log"
      if [[ $line =~ ^\[INFO\]\ Building\ (.*)\ [0-9.]+\ +(\[[0-9/]+\])$ ]]; then
        now="${BASH_REMATCH[2]} ${BASH_REMATCH[1]}"
        printf '%5d s  %s\n' "$SECONDS" "$now" >&2
      elif [[ $line =~ Tests\ run:\ ([0-9]+),.*Time\ elapsed:\ (.*)\ s.*\ in\ ([A-Za-z0-9.]+) ]]; then
        printf '%5d s      %s tests in %s s: %s\n' "$SECONDS" "${BASH_REMATCH[@]:1}" >&2
      fi
    elif (($? > 128)); then
      printf '%5d s  %s ...\n' "$SECONDS" "$now" >&2
    else
      break
    fi
  done < <(cd "$root" && exec setpriv --pdeathsig TERM mvn -B "$@" 2>&1 7>&-)
  wait $!
}

# maven KIND ARGS...: without network where these poms were built before, else with, one checkout at a time.
maven() {
  local log=$home/$1.log known=$home/$1.poms poms
  shift
  poms=$(files_hash . -path ./.emotionstream -prune -o \( -name pom.xml -o -path './.mvn/*' \))
  export MAVEN_OPTS="${MAVEN_OPTS:-} -XX:-UsePerfData -Djava.io.tmpdir=$home/tmp"
  : >"$log"
  # Maven does not lock its download cache against a second Maven: this keeps other checkouts away.
  mkdir -p "$HOME/.m2"
  exec 7>"$HOME/.m2/emotionstream.lock"
  # What is there needs no lock: so whoever finds everything there does not wait for the downloads of others.
  if [[ -r $known && $(<"$known") == "$poms" ]] || ! flock --exclusive --nonblock 7; then
    if run_maven "$log" -o "$@"; then
      printf '%s' "$poms" >"$known"
      exec 7>&-
      return
    fi
    grep -qE 'offline mode|has not been downloaded from it before' "$log" || fail_build "$log"
    lock 7 --exclusive "another checkout, which downloads to $HOME/.m2"
  fi
  if ! run_maven "$log" "$@"; then
    # A registry that stumbled once is asked once more.
    grep -q 'Could not transfer' "$log" || fail_build "$log"
    run_maven "$log" "$@" || fail_build "$log"
  fi
  exec 7>&-
  printf '%s' "$poms" >"$known"
}

fail_build() {
  tail -n 40 "$1" >&2
  fail 1 "the build failed; the whole log is $1"
}

# lock DESCRIPTOR --shared|--exclusive FOR_WHOM
lock() {
  flock "$2" --nonblock "$1" || { say "waiting for $3"; flock "$2" "$1"; }
}

# The files of the build are about to change: nobody may run from them.
lock_for_change() {
  exec 8>"$home/build.lock" 9>"$home/use.lock"
  lock 8 --exclusive "another build in this checkout"
  flock --exclusive --nonblock 9 && return
  say "waiting for a command that runs from the earlier build (./emotionstream down stops what up has started)"
  flock --exclusive --wait 120 9 || fail 1 "the earlier build is still in use"
}

check_maven() {
  local version
  version=$(mvn -B -v 2>/dev/null | grep -o 'Apache Maven [0-9.]*' | head -n 1)
  [[ $(printf '%s\n' 3.8.7 "${version##* }" | sort -V | head -n 1) == 3.8.7 ]] ||
    fail 3 "needs Maven 3.8.7 or newer, this is $version"
}

# ensure_built KIND MAVEN_ARGS...: builds when the sources have changed since the last time. From then on this
# process, and the java that takes its place, holds the shared lock on the build.
ensure_built() {
  local kind=$1 stamp=$home/$1.stamp hash
  shift
  hash=$(sources_hash "$kind")
  exec 9>"$home/use.lock"
  lock 9 --shared "a build in this checkout"
  [[ -r $stamp && $(<"$stamp") == "$hash" ]] && return
  exec 9>&-
  require jdk build
  check_maven
  lock_for_change
  if [[ ! -r $stamp || $(<"$stamp") != "$hash" ]]; then
    if [[ ! -r $stamp ]]; then
      check_disk 3000 "$root"
      say "first build: some minutes, most of them downloads; the log is $home/$kind.log"
    fi
    rm -f "$stamp"
    maven "$kind" -DskipTests -Dspotless.skip=true -Dforbiddenapis.skip=true "$@" package
    printf '%s' "$hash" >"$stamp"
    printf '%5d s  built\n' "$SECONDS" >&2
  fi
  flock --shared 9
  exec 8>&-
}
