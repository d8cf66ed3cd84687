# shellcheck shell=bash
# ./emotionstream test and its forms. Sourced by emotionstream, which sets root, home, java_flags and has say and fail.

part_names=()
part_seconds=()

# part NAME COMMAND...: runs it, and remembers how long it took; what fails ends everything.
part() {
  local name=$1 start=$SECONDS
  shift
  "$@" || return
  part_names+=("$name")
  part_seconds+=($((SECONDS - start)))
}

print_parts() {
  local i
  echo "seconds  part"
  for i in "${!part_names[@]}"; do
    printf '%7d  %s\n' "${part_seconds[i]}" "${part_names[i]}"
  done
}

# How many modules run side by side: each needs about 4 GB, and a core. Test classes with a broker wait most of their
# time, so a module runs three at a time where two modules have room. Test classes of the whole chain run two at a time
# then, but for those that measure times, rates or memory.
lanes() {
  local free
  free=$(awk '/^MemAvailable:/ { print int($2 / 1048576) }' /proc/meminfo)
  if ((free >= 8 && $(nproc) >= 2)); then echo 2; else echo 1; fi
}

# maven_tests MAVEN_ARGS...: runs tests and shows how long each module took.
maven_tests() {
  local lanes
  lanes=$(lanes)
  # Failsafe adds to the summary of the run before, whose failures would count again.
  find "$home/build" -name failsafe-summary.xml -delete 2>/dev/null || true
  # Tests that call this script find everything built, and do not wait for the lock that we hold.
  EMOTIONSTREAM_BUILT=$root maven test -T "$lanes" "-Dtests.side.by.side=$((2 * lanes - 1))" \
    "-Dchains.side.by.side=$lanes" -Ppaper,analysis "$@" verify
  sed -n '/Reactor Summary/,/Total time/s/^\[INFO\] //p' "$home/test.log"
}

# The closing line of each module, and their sum.
print_sum() {
  grep -E '^\[(INFO|WARNING)\] Tests run: [0-9, A-Za-z:]+$' "$home/test.log" |
    awk '{ gsub(/[^0-9 ]/, ""); run += $1; failed += $2 + $3; skipped += $4 }
      END { printf "Tests run: %d, Failures: %d, Errors: 0, Skipped: %d\n%d passed, %d failed, %d skipped\n",
        run, failed, skipped, run - failed - skipped, failed, skipped }'
}

# slowest_classes COUNT: seconds of the test classes that took longest, by the reports of this run.
slowest_classes() {
  echo "seconds  slowest test classes"
  find "$home/build" -path '*-reports/TEST-*.xml' -print0 | xargs -0 -r grep -ho '<testsuite [^>]*' |
    sed -n 's/.* name="\([^"]*\)" time="\([0-9.]*\)".*/\2 \1/p' | sort -rn | head -n "$1" |
    awk '{ printf "%7d  %s\n", $1, $2 }'
}

# run_tests MAVEN_ARGS...: with none, all that must pass before a change lands.
run_tests() {
  local kind
  check_limits
  check_disk 4000 "$root"
  if (($# == 0)); then require_for_all_tests; else require jdk build model node tools prometheus kubectl trace; fi
  find_kubectl
  check_maven
  lock_for_change product evaluation training paper manifests faults bench
  if (($# > 0)); then
    maven_tests "$@"
    print_sum
    return
  fi
  # Only what runs now may prove anything.
  find "$home/build" -path '*-reports/TEST-*.xml' -delete 2>/dev/null || true
  part "build, and the tests of all modules" maven_tests
  for kind in product evaluation training paper; do
    sources_hash "$kind" >"$home/$kind.stamp"
  done
  part "guarantees: each names a test that passed" in_root scripts/guarantees.sh docs/guarantees.md "$home/build"
  part "rules of Prometheus" "$root/scripts/monitoring.sh"
  part "shell scripts" in_root check_shell_scripts
  part "containers, short form" run_containers --short
  slowest_classes 15
  print_parts
  print_sum
}

# require_for_all_tests: all that any part needs, so that none fails at the end for want of a package.
require_for_all_tests() {
  local needs=(jdk build model node tools shell prometheus kubectl trace)
  ((EUID != 0)) || engine_answers || needs+=(containers)
  require "${needs[@]}"
  # For clients of other languages, whose tests say that they are skipped where these cannot be installed.
  [[ -z $(missing_packages clients) ]] || ! may_install || (require clients) || say "going on without them"
}

# check_shell_scripts: those that the front door sources are checked as part of it.
check_shell_scripts() {
  shellcheck -x -a emotionstream &&
    shellcheck .ci/run docker/*.sh docker/start docker/health docker/health-broker scripts/{guarantees,monitoring}.sh \
      models/dlib/src/main/native/build.sh
}

in_root() { (cd "$root" && "$@"); }

# run_one_test CLASS[#METHOD]: builds what this test needs, and runs it alone.
run_one_test() {
  local class=${1%%#*} module unit=None integrated=None
  local -a files
  mapfile -t files < <(in_root find schemas models services deploy -path '*/src/test/java/*' -name "$class.java")
  ((${#files[@]} > 0)) || fail 2 "there is no test class \"$class\": ./emotionstream test CLASS[#METHOD]"
  ((${#files[@]} == 1)) || fail 2 "there are ${#files[@]} test classes \"$class\": ${files[*]}"
  module=${files[0]%%/src/test/*}
  if [[ $class == *IT ]]; then integrated=$1; else unit=$1; fi
  run_tests -pl "$module" -am "-Dtest=$unit" "-Dit.test=$integrated" -Dtests.left.out=none \
    -Dsurefire.failIfNoSpecifiedTests=false -Dfailsafe.failIfNoSpecifiedTests=false
}

# run_faults ARGS...: the long form of what the test FaultsIT does; takes the place of this script.
run_faults() {
  ensure_built faults -pl '!models/evaluation,!models/training,!services/bench'
  require jdk model
  # For one fault only, which says that it is skipped where this is not there and cannot be installed.
  [[ -z $(missing_packages clock) ]] || ! may_install || (require clock) || say "going on without them"
  java_flags[0]=-Xmx512m
  run_java end-to-end org.emotionstream.endtoend.faults.FaultsMain "$@"
}

soak_usage() {
  cat <<'TEXT'
usage: ./emotionstream test --soak [--minutes N]

Starts three brokers and the seven services, measures how many pictures a second they answer, and sends three
fifths of that for N minutes (60). Prints a line each minute: answers, lag, latency, and the memory of each process.
Exit code 1 when the native memory of a process rises, a service ends, or a picture is not accounted for once.
TEXT
}

# run_soak ARGS...: a chain under a steady load for an hour; takes the place of this script.
run_soak() {
  if [[ " $* " =~ ' '(-h|--help)' ' ]]; then
    soak_usage
    exit
  fi
  ensure_built faults -pl '!models/evaluation,!models/training,!services/bench'
  require jdk model
  java_flags[0]=-Xmx1536m
  run_java end-to-end org.emotionstream.endtoend.soak.SoakMain "$@"
}

# run_trials ARGS...: sends what real clients and pictures bring to a chain that is up, from the build that it runs
# from; takes the place of this script.
run_trials() {
  [[ -r $home/build/end-to-end/end-to-end.jar ]] || ensure_built "${product[@]}"
  require jdk
  java_flags[0]=-Xmx768m
  run_java end-to-end org.emotionstream.endtoend.trials.TrialsMain "$@"
}

# test_command ARGS...: everything behind ./emotionstream test.
test_command() {
  local form=${1:-}
  case $form in
    --faults) shift && run_faults "$@" ;;
    --soak) shift && run_soak "$@" ;;
    --trials) shift && run_trials "$@" ;;
    --containers) shift && run_containers "$@" ;;
    --fuzz) shift && run_fuzz "$@" ;;
    # Every page, with those that take long; from the sources as they are now.
    --runbook)
      # The runbook, and with it the README and the guides.
      run_tests -pl services/end-to-end -am -Dtest=None -Dit.test=RunbookIT,GuidesIT,ClientsIT -Dtests.left.out=none \
        -Dsurefire.failIfNoSpecifiedTests=false -Dfailsafe.failIfNoSpecifiedTests=false
      ;;
    --needs) require_for_all_tests && say "nothing that the tests need is missing" ;;
    --bare-machine) shift && run_bare_machine "$@" ;;
    [A-Z]*) (($# == 1)) || fail 2 "test takes one test class at a time"; run_one_test "$form" ;;
    *) run_tests "$@" ;;
  esac
}
