# shellcheck shell=bash
# ./emotionstream test --bare-machine: a fresh Debian, made by mmdebstrap, in which a user who is not root runs a command
# in a checkout whose path has a blank, in a Turkish locale. Sourced by emotionstream, which sets root, home and has say,
# fail, require. What it writes lies in .emotionstream/bare.

bare=$home/bare
bare_checkout="/home/tester/My Projects/emotion stream"

bare_usage() {
  cat <<'TEXT'
usage: ./emotionstream test --bare-machine [--with-downloads] [--keep] [COMMAND...]

As root: makes a bare Debian of this machine's release with mmdebstrap, copies this checkout as it is into a path with a
blank, and runs COMMAND there (.ci/run) as a user who is not root, with LC_ALL=tr_TR.UTF-8. First root installs there the
packages that ./emotionstream test --needs names to that user. apt, Maven, npm and pip use this machine's own settings.

  --with-downloads   copies this machine's Maven downloads too
  --keep             keeps the Debian in .emotionstream/bare, for a quicker second time
TEXT
}

run_bare_machine() {
  local downloads=0 keep=0 code=0
  while [[ ${1:-} == -* ]]; do
    case $1 in
      --with-downloads) downloads=1 ;;
      --keep) keep=1 ;;
      -h | --help) bare_usage && return ;;
      *) bare_usage >&2 && fail 2 "test --bare-machine does not know \"$1\"" ;;
    esac
    shift
  done
  (($# > 0)) || set -- .ci/run
  ((EUID == 0)) || fail 3 "only root can make a Debian to try this in"
  require bare
  check_disk 8000 "$root"
  mkdir -p "$bare"
  [[ -r $bare/made ]] || part "a bare Debian" make_bare_root
  part "the checkout, in \"$bare_checkout\"" copy_checkout
  part "packages, by root" install_in_bare
  # Its exit code is ours; the times are printed in any case.
  part "$*, by a user who is not root" in_bare tester "$@" || code=$?
  ((keep)) || rm -rf --one-file-system "$bare"
  print_parts
  return "$code"
}

# apt_sources: the files that say where this machine's release is to be had from.
apt_sources() {
  local file
  for file in /etc/apt/sources.list /etc/apt/sources.list.d/*.list /etc/apt/sources.list.d/*.sources; do
    if [[ -r $file ]] && grep -qE "^(deb|Suites:) .*\b$1\b" "$file"; then echo "$file"; fi
  done
}

# make_bare_root: Debian's smallest, a Turkish locale, a user. This machine's certificates and settings of apt come along.
make_bare_root() {
  local suite file sources=() options=()
  # shellcheck source=/dev/null
  suite=$(. /etc/os-release && echo "$VERSION_CODENAME")
  mapfile -t sources < <(apt_sources "$suite")
  for file in /etc/apt/apt.conf.d/*; do
    dpkg -S "$file" >/dev/null 2>&1 || [[ ! -r $file ]] || options+=("--aptopt=$file")
  done
  rm -rf --one-file-system "$bare"
  mkdir -p "$bare"
  # shellcheck disable=SC2016
  TMPDIR=/tmp mmdebstrap --quiet --variant=minbase --include=ca-certificates,locales --skip=cleanup/apt/lists "${options[@]}" \
    --essential-hook='echo "locales locales/locales_to_be_generated multiselect tr_TR.UTF-8 UTF-8" | chroot "$1" debconf-set-selections' \
    --customize-hook='cp /usr/local/share/ca-certificates/*.crt "$1/usr/local/share/ca-certificates/" 2>/dev/null || true' \
    --customize-hook='chroot "$1" update-ca-certificates >/dev/null 2>&1' \
    --customize-hook='chroot "$1" useradd --create-home --shell /bin/bash tester' \
    "$suite" "$bare/root" "${sources[@]}" >"$bare/debian.log" 2>&1 </dev/null ||
    { tail -n 20 "$bare/debian.log" >&2 && fail 3 "mmdebstrap does not make a Debian; its log is $bare/debian.log"; }
  : >"$bare/made"
}

# copy_checkout: the files as they are now, without what was built.
copy_checkout() {
  local target=$bare/root$bare_checkout settings
  rm -rf "$target"
  mkdir -p "$target"
  tar -C "$root" --exclude=./.emotionstream -cf - . | tar -C "$target" -xf -
  for settings in .m2/settings.xml .npmrc .config/pip/pip.conf; do
    [[ ! -r $HOME/$settings ]] || install -D "$HOME/$settings" "$bare/root/home/tester/$settings"
  done
  if ((downloads)); then
    mkdir -p "$bare/root/home/tester/.m2"
    cp -a --reflink=auto "$HOME/.m2/repository" "$bare/root/home/tester/.m2/"
  fi
  chroot "$bare/root" chown -R tester:tester /home/tester
}

# install_in_bare: what the user is told to have installed, word for word.
install_in_bare() {
  local told command
  told=$(in_bare tester ./emotionstream test --needs 2>&1) && return
  echo "$told" >&2
  command=$(sed -n 's/.*type: //p' <<<"$told")
  [[ -n $command ]] || fail 1 "./emotionstream test --needs names no packages"
  in_bare root env DEBIAN_FRONTEND=noninteractive bash -c "$command" >"$bare/packages.log" 2>&1 ||
    { tail -n 20 "$bare/packages.log" >&2 && fail 1 "the packages cannot be installed; the log is $bare/packages.log"; }
  in_bare tester ./emotionstream test --needs || fail 1 "packages are still missing after that"
}

# in_bare USER COMMAND...: in the checkout there, with processes and mounts of its own that end with it.
in_bare() {
  local user=$1 home_there=/home/$1 variables
  shift
  [[ $user != root ]] || home_there=/root
  cp -L /etc/resolv.conf /etc/hosts "$bare/root/etc/"
  mapfile -t variables < <(env | grep -iE '^(https?|no|all)_proxy=|^(NODE_EXTRA_CA_CERTS|PIP_[A-Z_]*|npm_config_[a-z_]*|MAVEN_ARGS)=')
  # shellcheck disable=SC2016
  setpriv --pdeathsig KILL unshare --mount --pid --fork --kill-child=KILL bash -c '
    bare=$1 user=$2 folder=$3
    shift 3
    mount -t proc proc "$bare/proc" && mount --rbind /sys "$bare/sys" && mount --rbind /dev "$bare/dev" || exit
    mount -t tmpfs -o mode=1777 tmpfs "$bare/tmp" || exit
    exec chroot "$bare" setpriv --reuid "$user" --regid "$user" --init-groups sh -c "cd \"\$0\" && exec \"\$@\"" "$folder" "$@"' \
    bash "$bare/root" "$user" "$bare_checkout" env -i "HOME=$home_there" \
    "USER=$user" "LOGNAME=$user" PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin "TERM=${TERM:-dumb}" \
    LC_ALL=tr_TR.UTF-8 "${variables[@]}" "$@" </dev/null
}
