#!/usr/bin/env bash
# usage: scripts/guarantees.sh DOCUMENT BUILD_FOLDER
# Every promise of the document is a row of a table whose last column is "Proven by" and names tests as
# `Class.method`. Fails when a row names none, or a named test has not run, was skipped, or failed, by the reports
# of the modules in the build folder.
set -euo pipefail
document=$1
build=$2

# line number TAB test, for each promise; "-" for a row that names no test.
promises() {
  awk '
    /^\|/ {
      count = split($0, cells, "|")
      last = cells[count - 1]
      if (last ~ /^ *Proven by *$/) { inside = 1; next }
      if (!inside || $0 ~ /^\|[-| :]+$/) next
      found = 0
      while (match(last, /`[A-Z][A-Za-z0-9]*\.[a-z][A-Za-z0-9]*`/)) {
        print NR "\t" substr(last, RSTART + 1, RLENGTH - 2)
        last = substr(last, RSTART + RLENGTH)
        found = 1
      }
      if (!found) print NR "\t-"
      next
    }
    { inside = 0 }' "$document"
}

# What the reports say of a test: passed, skipped, failed, or nothing.
result() {
  local class=${1%.*} method=${1#*.}
  find "$build" -path '*-reports/*' -name "TEST-*.$class.xml" -print0 | xargs -0 -r cat | awk -v method="$method" '
    function ended() { if (inside && result == "") result = "passed"; inside = 0 }
    /<testcase / {
      ended()
      if (match($0, / name="[^"]*"/)) {
        name = substr($0, RSTART + 7, RLENGTH - 8)
        sub(/[({\[].*/, "", name)
        inside = (name == method)
      }
      if (inside && /\/>/) ended()
    }
    inside && /<skipped/ { result = "skipped" }
    inside && /<(failure|error)[ >]/ { result = "failed" }
    /<\/testcase>/ { ended() }
    END { print result }'
}

problems=0
count=0
while IFS=$'\t' read -r line test; do
  count=$((count + 1))
  if [[ $test == - ]]; then
    echo "$document:$line: this promise names no test" >&2
    problems=1
    continue
  fi
  result=$(result "$test")
  if [[ $result != passed ]]; then
    echo "$document:$line: the test $test that proves this ${result:+was }${result:-has not run}" >&2
    problems=1
  fi
done < <(promises)
if ((count == 0)); then
  echo "$document promises nothing: no table with a column \"Proven by\"" >&2
  exit 1
fi
((problems == 0)) && echo "guarantees: $count tests named in $document, all passed"
exit "$problems"
