# shellcheck shell=bash
# The images that others publish, for an engine of our own that has no registry to pull from: made of Debian packages,
# under the names that the Dockerfile and the compose file use or that their variables give. Sourced by scripts/containers.sh.

# Of Apicurio's registry, which speaks Confluent's interface; Java 21 at least.
registry_artifact=io.apicurio:apicurio-registry-app:3.3.3:tar.gz:all

# debian SUITE TAR PACKAGES [MMDEBSTRAP ARGS...]: as slim as Debian's own slim images, with this machine's certificates.
debian() {
  local suite=$1 tar=$2 names=$3
  shift 3
  # shellcheck disable=SC2016
  mmdebstrap --quiet --variant=minbase ${names:+--include="$names"} \
    --dpkgopt='path-exclude=/usr/share/doc/*' --dpkgopt='path-include=/usr/share/doc/*/copyright' \
    --dpkgopt='path-exclude=/usr/share/locale/*' --dpkgopt='path-exclude=/usr/share/man/*' \
    --dpkgopt='path-exclude=/usr/share/info/*' --dpkgopt='path-exclude=/usr/share/lintian/*' \
    --setup-hook='mkdir -p "$1/usr/share/man/man1" "$1/usr/local/share/ca-certificates"' \
    --customize-hook='cp /usr/local/share/ca-certificates/*.crt "$1/usr/local/share/ca-certificates/" 2>/dev/null || true' \
    "$@" "$suite" "$tar"
}

# made IMAGE: by an earlier test that was told to keep it.
made() { docker image inspect "$1" >/dev/null 2>&1; }

# slim_image: what FROM names.
slim_image() {
  ! made debian:bookworm-slim || return 0
  debian bookworm "$containers/slim.tar" '' || return
  docker import "$containers/slim.tar" debian:bookworm-slim >/dev/null
}

# warm_image: the same with this machine's Maven downloads, so that the build needs none. Prints its name.
warm_image() {
  echo emotionstream-test/warm
  ! made emotionstream-test/warm || return 0
  tar -C "$HOME" -rf "$containers/slim.tar" --exclude=org/bytedeco/pytorch \
    --transform='s,^,./root/,' .m2/repository &&
    docker import "$containers/slim.tar" emotionstream-test/warm >/dev/null || return
  rm "$containers/slim.tar"
}

# prometheus_image: Debian's, in the place of prom/prometheus.
prometheus_image() {
  ! made emotionstream-test/prometheus || return 0
  # shellcheck disable=SC2016
  debian bookworm "$containers/prometheus.tar" prometheus \
    --customize-hook='install -d -o 65534 -g 65534 "$1/prometheus"' || return
  docker import --change 'ENTRYPOINT ["prometheus"]' --change 'USER nobody' "$containers/prometheus.tar" \
    emotionstream-test/prometheus >/dev/null || return
  rm "$containers/prometheus.tar"
}

# registry_image: Apicurio's server from Maven Central, in the place of apicurio/apicurio-registry.
registry_image() {
  local folder=$containers/registry
  ! made emotionstream-test/registry || return 0
  mkdir -p "$folder/server"
  (cd "$folder" && mvn -B -q org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy -Dartifact="$registry_artifact" -DoutputDirectory="$folder" \
    -Dmdep.useBaseVersion=true) >"$containers/registry.log" 2>&1 || return
  tar -C "$folder/server" -xzf "$folder"/apicurio-registry-app-*.tar.gz || return
  debian trixie "$folder/trixie.tar" openjdk-21-jre-headless --customize-hook="copy-in $folder/server /opt" || return
  # shellcheck disable=SC2016
  docker import --change 'WORKDIR /opt/server' --change 'USER 10002' \
    --change 'ENTRYPOINT ["sh", "-c", "exec java $JAVA_OPTS_APPEND -jar quarkus-run.jar"]' \
    "$folder/trixie.tar" emotionstream-test/registry >/dev/null || return
  rm -r "$folder"
}
