#!/usr/bin/env bash
# usage: scripts/monitoring.sh [MONITORING_FOLDER] [RUNBOOK_FOLDER]
# Checks the rules with promtool and runs their tests; then that each alert has a test in which it fires, one in which
# it is silent, a page in the runbook and a line in its index; that each recording rule is computed in a test; and that
# no page is left of an alert that is gone. Needs promtool (Debian's package prometheus).
set -euo pipefail
cd "$(dirname "$0")/.."
monitoring=${1:-deploy/monitoring}
runbook=${2:-docs/runbook}
rules=$monitoring/rules.yaml
tests=$monitoring/rules-test.yaml
problems=0

# wrong PLACE MESSAGE...
wrong() {
  printf '%s: %s\n' "$1" "${*:2}" >&2
  problems=1
}

# The names of a kind of rule: alert, record.
named() { sed -n "s/^ *- $1: *\([A-Za-z0-9_:]*\) *$/\1/p" "$rules"; }

# "fires NAME" and "silent NAME" of each test of an alert.
tested_alerts() {
  awk '
    function told() { if (name != "") print (fires ? "fires " : "silent ") name; name = "" }
    /^ *- alertname:/ { told(); name = $3; fires = 0 }
    /^ *- exp_labels:/ { fires = 1 }
    /^ *- (name|expr):/ { told() }
    END { told() }' "$tests" | sort -u
}

# Where promtool says how much it found, and nothing else of what it prints is needed.
output=$(promtool check rules --lint=all --lint-fatal "$rules" 2>&1) || wrong "$rules" "$output"
output=$(promtool test rules "$tests" 2>&1) || wrong "$tests" "$output"

mapfile -t alerts < <(named alert)
mapfile -t records < <(named record)
((${#alerts[@]} > 0 && ${#records[@]} > 0)) || wrong "$rules" "no alerts or no recording rules found in it"
tested=$(tested_alerts)
for alert in "${alerts[@]}"; do
  for outcome in fires silent; do
    grep -qx "$outcome $alert" <<<"$tested" || wrong "$tests" "no test in which $alert is ${outcome/fires/firing}"
  done
  page=$runbook/alerts/$alert.md
  [[ -s $page ]] || wrong "$page" "the alert $alert has no page"
  grep -qF "(alerts/$alert.md)" "$runbook/README.md" || wrong "$runbook/README.md" "does not name the alert $alert"
  grep -qF "docs/runbook/alerts/$alert.md\"" "$rules" || wrong "$rules" "$alert does not point to its page"
done
for record in "${records[@]}"; do
  grep -qE "^ *- expr: .*$record([^a-zA-Z0-9_]|$)" "$tests" || wrong "$tests" "$record is not computed in any test"
done
for page in "$runbook"/alerts/*.md; do
  name=$(basename "$page" .md)
  [[ " ${alerts[*]} " == *" $name "* ]] || wrong "$page" "there is no alert $name"
done
((problems == 0)) &&
  echo "monitoring: ${#alerts[@]} alerts, each fires and is silent in a test and has a page; ${#records[@]} recording rules computed"
exit "$problems"
