# shellcheck shell=bash
# The caller's path, locale, home, temporary folder, limits and programs: each is made usable, or refused in one sentence
# with exit code 3 before anything runs. Sourced by emotionstream, which sets root and home and has say and fail.

# failed_step CODE FILE LINE COMMAND: names the step that ended this script; see the trap that calls it.
failed_step() {
  say "this step failed with exit code $1: ${4%%$'\n'*} (${2##*/}, line $3)"
}

# check_path: characters of the checkout's path that Java, Kafka, Quarkus or Maven take for something else.
check_path() {
  local character
  [[ $root != *[[:cntrl:]]* ]] || fail 3 "the path of this checkout has a control character: move it"
  for character in : ',' + '[' ']' '"' '\'; do
    [[ $root != *"$character"* ]] || fail 3 "the path of this checkout has a '$character': move it ($root)"
  done
  [[ $root != *"\${"* ]] || fail 3 "the path of this checkout has a '\${': move it ($root)"
  iconv -f UTF-8 -t UTF-8 <<<"$root" >/dev/null 2>&1 ||
    fail 3 "the path of this checkout is not in UTF-8: move it ($root)"
}

# own_locale: the same digits, case and file names for every caller.
own_locale() {
  export LC_ALL=C.UTF-8
  unset LANGUAGE CDPATH GREP_OPTIONS POSIXLY_CORRECT
}

# check_programs: of Debian's essential packages, and therefore missed only on something that is not quite Debian.
check_programs() {
  local program missing=()
  for program in awk cut df find flock getent grep iconv mkdir readlink sed setpriv setsid sha256sum sort tail xargs; do
    command -v "$program" >/dev/null || missing+=("$program")
  done
  ((${#missing[@]} == 0)) || fail 3 "this machine lacks the programs ${missing[*]}"
}

# check_writable: everything that a command writes lies below this folder.
check_writable() {
  local place
  mkdir -p "$home/tmp" 2>/dev/null || fail 3 "cannot make a folder in $root ($(why_not "$root")): clone it to where you may write"
  for place in "$home" "$home/tmp" "$home"/*; do
    [[ -w $place ]] || fail 3 "cannot write to $place ($(why_not "$place")): the user who built this checkout may, or clone it to where you may write"
  done
  : 2>/dev/null >"$home/tmp/.writable" || fail 3 "cannot write to $home/tmp ($(why_not "$home/tmp")): clone this checkout to where you may write"
}

# why_not PLACE: in a few words.
why_not() {
  if ((EUID == 0)) || [[ -O $1 ]]; then echo "a read-only or full file system"; else echo "it belongs to $(stat -c %U "$1"), you are $(id -un 2>/dev/null || echo "user $EUID")"; fi
}

# find_temporary: programs that we start write there, and some end when they cannot.
find_temporary() {
  local folder=${TMPDIR:-/tmp}
  [[ -d $folder && -w $folder && -x $folder ]] || export TMPDIR=$home/tmp
}

# find_home: sets user_home, where Maven keeps its downloads: Java asks the password file, and not HOME. Where that folder
# or HOME cannot be written to, another takes its place.
find_home() {
  local folder entry
  entry=$(getent passwd "$EUID" | cut -d: -f6) || entry=''
  user_home=$home/home
  for folder in "$entry" "${HOME:-}"; do
    if is_home "$folder"; then
      user_home=$folder
      break
    fi
  done
  [[ $user_home == "$entry" ]] || user_home_differs=1
  is_home "$user_home" || fail 3 "cannot write to $user_home"
  [[ $user_home != "$home/home" ]] || say "there is no home folder that can be written to: downloads go to $user_home"
  is_home "${HOME:-}" || export HOME=$user_home
}
user_home_differs=0

is_home() { [[ $1 == /* && $1 != / ]] && mkdir -p "$1/.m2" 2>/dev/null && [[ -w $1 && -w $1/.m2 ]]; }

# check_limits: for what builds or starts the chain. Soft limits are raised to the hard ones.
check_limits() {
  check_limit n 2048 'open files'
  check_limit u 2048 'processes and threads'
  check_limit v 16000000 'kB of address space in each process'
  check_limit f 1000000 'blocks in each file'
}

# check_limit OPTION LEAST WHAT
check_limit() {
  local hard
  [[ $(ulimit -S"$1") != unlimited ]] && (($(ulimit -S"$1") < $2)) || return 0
  hard=$(ulimit -H"$1")
  if [[ $hard != unlimited ]] && ((hard < $2)); then
    # Only root may raise a hard limit.
    ulimit -H"$1" "$2" 2>/dev/null ||
      fail 3 "needs at least $2 $3, this shell allows $hard: raise the limit (ulimit -H$1 as root, limits.conf, or systemd's Limit settings)"
  fi
  ulimit -S"$1" "$(ulimit -H"$1")"
}
