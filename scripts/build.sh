# shellcheck shell=bash
# Builds what is not built yet, once. Sourced by emotionstream, which sets root and home and has say and fail.
# Locks: build.lock is held while something is built; use.lock and use-KIND.lock while something runs from that build.
# Evaluation, training and paper build beside a running chain: what runs lies in folders that its build does not touch.

# files_hash FIND_ARGS...: one hash over names and content of files below the checkout.
files_hash() {
  (cd "$root" && find "$@" -type f -print0 | LC_ALL=C sort -z | xargs -0 sha256sum | sha256sum)
}

# The sources that matter for this build; tests and trained releases do not.
sources_hash() {
  local more=(schemas models services)
  [[ $1 =~ ^(evaluation|training|paper)$ ]] && more=(models)
  [[ $1 == manifests ]] && more=(schemas services/events models/contract deploy/checks)
  local without=(-path models/releases -prune -o -path '*/src/test' -prune -o)
  [[ $1 == bench ]] || without+=(-path services/bench/src -prune -o)
  files_hash pom.xml .mvn "${more[@]}" "${without[@]}"
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
  done < <(cd "$root" && MAVEN_OPTS="${MAVEN_OPTS:-} -XX:-UsePerfData @.emotionstream/maven.options" \
    exec setpriv --pdeathsig TERM mvn -B "$@" 2>&1 7>&-)
  wait $!
}

# maven KIND ARGS...: without network where these poms were built before, else with, one checkout at a time.
maven() {
  local log=$home/$1.log known=$home/$1.poms poms
  shift
  poms=$(files_hash . -path ./.emotionstream -prune -o \( -name pom.xml -o -path './.mvn/*' \))
  find_home
  write_maven_options
  : >"$log"
  # Of the jars that are about to change.
  rm -rf "$home/classes"
  # Maven does not lock its download cache against a second Maven: this keeps other checkouts away.
  exec 7>"$user_home/.m2/emotionstream.lock"
  # What is there needs no lock: so whoever finds everything there does not wait for the downloads of others.
  if [[ -r $known && $(<"$known") == "$poms" ]] || ! flock --exclusive --nonblock 7; then
    if run_maven "$log" -o "$@"; then
      printf '%s' "$poms" >"$known"
      exec 7>&-
      return
    fi
    grep -qE 'offline mode|has not been downloaded from it before' "$log" || fail_build "$log"
    lock 7 --exclusive 1800 "another checkout, which downloads to $user_home/.m2"
  fi
  if ! run_maven "$log" "$@"; then
    # A registry that stumbled once is asked once more.
    grep -q 'Could not transfer' "$log" || fail_build "$log"
    run_maven "$log" "$@" || fail_build "$log"
  fi
  exec 7>&-
  printf '%s' "$poms" >"$known"
}

# write_maven_options: Maven's launcher splits MAVEN_OPTS at blanks, so that paths stand in a file that Java reads.
write_maven_options() {
  {
    printf '"-Djava.io.tmpdir=%s"\n' "$home/tmp"
    ((!user_home_differs)) || printf '"-Duser.home=%s"\n' "$user_home"
  } >"$home/maven.options"
}

fail_build() {
  tail -n 40 "$1" >&2
  failed_tests "$1" >&2
  fail 1 "the build failed; the whole log is $1"
}

# failed_tests LOG: each test that failed, and how, by the summaries of the modules; they stand far above the end.
failed_tests() {
  sed -n '/^\[INFO\] Results:/,/Tests run:/{/^\[INFO\]/d;s/^\[ERROR\] *//;p}' "$1" | sed '/^$/d' | cut -c1-400 | sed -n 1,120p
}

# lock DESCRIPTOR --shared|--exclusive SECONDS FOR_WHOM
lock() {
  flock "$2" --nonblock "$1" && return
  say "waiting for $4"
  flock "$2" --wait "$3" "$1" || fail 1 "after $3 s still waiting for $4"
}

# use_lock KIND: the file that is locked, shared, by each process that runs from the build of this kind.
use_lock() { if [[ $1 == product ]]; then echo "$home/use.lock"; else echo "$home/use-$1.lock"; fi; }

# lock_for_change KIND...: the files of these builds are about to change. Nobody may run from them, and nobody else may
# build, since builds share modules. Neither lock is held while the other one is waited for.
lock_for_change() {
  local kind fd told='' builds=$((SECONDS + 1800)) commands=$((SECONDS + 120))
  locks_of_use=()
  exec 8>"$home/build.lock"
  for kind in "$@"; do
    exec {fd}>"$(use_lock "$kind")"
    locks_of_use+=("$fd")
  done
  until try_locks; do
    if [[ $busy == command ]]; then
      ! chain_is_up || fail 1 "the chain that is up runs from the earlier build: ./emotionstream down, then once more"
      ((SECONDS < commands)) || fail 1 "a command still runs from the earlier build: wait for its end, then once more"
    else
      ((SECONDS < builds)) || fail 1 "another build in this checkout still runs after 30 minutes"
    fi
    [[ $told == "$busy" ]] || say "waiting for ${busy/command/a command that runs from the earlier build}"
    told=$busy
    sleep 1
  done
}

# try_locks: takes all or none. Else busy says what is in the way.
try_locks() {
  local fd
  busy='another build in this checkout'
  flock --exclusive --nonblock 8 || return
  busy='command'
  for fd in "${locks_of_use[@]}"; do
    flock --exclusive --nonblock "$fd" || { unlock 8 "${locks_of_use[@]}" && return 1; }
  done
}

unlock() {
  local fd
  for fd in "$@"; do flock --unlock "$fd"; done
}

# chain_is_up: whether up, or shadow start, has left a chain running.
chain_is_up() {
  local file pid
  for file in "$home/run/up.json" "$home/shadow/run/up.json"; do
    pid=$(sed -n '/"supervisor"/,/}/s/.*"pid" *: *\([0-9]*\).*/\1/p' "$file" 2>/dev/null | head -n 1)
    if [[ -n $pid ]] && grep -qa supervise "/proc/$pid/cmdline" 2>/dev/null; then return 0; fi
  done
  return 1
}

check_maven() {
  local version
  version=$(mvn -B -v 2>/dev/null | grep -o 'Apache Maven [0-9.]*' | head -n 1) || true
  [[ $(printf '%s\n' 3.8.7 "${version##* }" | sort -V | head -n 1) == 3.8.7 ]] ||
    fail 3 "needs Maven 3.8.7 or newer, this is ${version:-a mvn that does not start}"
}

# is_built KIND: from the sources as they are now.
is_built() { [[ -r $home/$1.stamp && $(<"$home/$1.stamp") == "$(sources_hash "$1")" ]]; }

# ensure_built KIND MAVEN_ARGS...: builds when the sources have changed since the last time. From then on this
# process, and the java that takes its place, holds the shared lock on the build.
ensure_built() {
  local kind=$1 changed=("$1") fd
  shift
  exec 9>"$(use_lock "$kind")"
  lock 9 --shared 1800 "a build in this checkout"
  ! is_built "$kind" || return 0
  exec 9>&-
  check_limits
  require jdk build
  check_maven
  case $kind in
    faults | bench) changed+=(product) ;;
    training) changed+=(evaluation) ;;
    paper) changed+=(evaluation training) ;;
  esac
  lock_for_change "${changed[@]}"
  is_built "$kind" || build "$kind" "$@"
  exec 9>"$(use_lock "$kind")"
  # The lock goes from us to us: nobody builds in between, since build.lock is still ours.
  unlock "${locks_of_use[@]}"
  for fd in "${locks_of_use[@]}"; do exec {fd}>&-; done
  lock 9 --shared 60 "another command"
  exec 8>&-
}

# build KIND MAVEN_ARGS...
build() {
  local kind=$1 hash
  shift
  hash=$(sources_hash "$kind")
  if [[ -r $home/$kind.stamp ]]; then
    check_disk 500 "$root"
  else
    check_disk 3000 "$root"
    say "first build: some minutes, most of them downloads; the log is $home/$kind.log"
  fi
  rm -f "$home/$kind.stamp"
  maven "$kind" -DskipTests -Dspotless.skip=true -Dforbiddenapis.skip=true "$@" package
  printf '%s' "$hash" >"$home/$kind.stamp"
  # All of the chain was built beside it.
  [[ $kind != bench ]] || printf '%s' "$(sources_hash product)" >"$home/product.stamp"
  printf '%5d s  built\n' "$SECONDS" >&2
}
