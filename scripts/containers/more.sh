# shellcheck shell=bash
# The long form's part: registry and Prometheus beside the chain, and Grafana where it can be had. Sourced by
# scripts/containers.sh.

# What the chain writes, and the registry therefore knows.
subjects=(images.taken images.landmarks images.features emotions.model-1 emotions.model-2 emotions.model-3
  emotions.model-4 emotions.final images.ledger)

# other_images: those that are published, where they can be pulled; else stand-ins of the same programs.
other_images() {
  if [[ ! -r $root/deploy/monitoring/rules.yaml ]]; then
    stand_in_for_monitoring
    skip 'the rules of this checkout: deploy/monitoring has none; one of the test takes their place'
  fi
  if ((own_engine)); then
    check "a registry, of Apicurio's own server" registry_image && export REGISTRY_IMAGE=emotionstream-test/registry
    check "Prometheus, Debian's" prometheus_image && export PROMETHEUS_IMAGE=emotionstream-test/prometheus
    skip 'Grafana: neither Debian nor Maven Central has it, and there is no registry of images to pull it from'
  else
    more+=(grafana)
    check 'the published images of registry, Prometheus and Grafana' in_compose pull -q "${more[@]}"
  fi
}

stand_in_for_monitoring() {
  export EMOTIONSTREAM_MONITORING=$containers/monitoring
  mkdir -p "$EMOTIONSTREAM_MONITORING"
  printf 'groups:\n  - name: test\n    rules:\n      - {record: "emotionstream:up", expr: "sum(up)"}\n' \
    >"$EMOTIONSTREAM_MONITORING/rules.yaml"
  echo '{"title": "test", "panels": []}' >"$EMOTIONSTREAM_MONITORING/dashboard.json"
}

# http_get PORT PATH: of 127.0.0.1, as a browser on this machine would.
http_get() (
  exec 3<>"/dev/tcp/127.0.0.1/$1" || exit
  printf 'GET %s HTTP/1.1\r\nHost: localhost\r\nAccept: application/json\r\nConnection: close\r\n\r\n' "$2" >&3
  timeout 20 cat <&3
)

registry_answers() { [[ $(http_get "$REGISTRY_PORT" /apis/ccompat/v7/subjects) == *'200 OK'* ]]; }

registry_has_our_schemas() {
  local known subject
  known=$(http_get "$REGISTRY_PORT" /apis/ccompat/v7/subjects)
  for subject in "${subjects[@]}"; do
    [[ $known == *"\"$subject-value\""* ]] || { echo "no $subject-value: $known"; return 1; }
  done
  [[ $(http_get "$REGISTRY_PORT" /apis/ccompat/v7/subjects/emotions.final-value/versions/latest) == *ImageEmotions* ]]
}

# On the broker's disk: a zero and the schema's number in four bytes, then the message, which begins with its image id of
# 36 characters; and nowhere the two bytes that the other layout begins with.
messages_name_their_schema() {
  # shellcheck disable=SC2016
  inside broker env LC_ALL=C bash -c 'cd /var/lib/emotionstream/broker
    for topic in images.landmarks images.features emotions.model-1 emotions.final; do
      cat "$topic"-*/*.log >/tmp/log
      grep -qaP "\x00\x00\x00\x00[\x01-\x7f]H[0-9a-f]{8}-[0-9a-f]{4}-" /tmp/log || { echo "$topic has none"; exit 1; }
      ! grep -qaP "\xc3\x01[\x00-\xff]{8}H[0-9a-f]{8}-[0-9a-f]{4}-" /tmp/log || { echo "$topic has the other"; exit 1; }
    done
    rm /tmp/log'
}

registry_keeps_its_numbers() {
  local before after path=/apis/ccompat/v7/subjects/emotions.final-value/versions/latest
  before=$(http_get "$REGISTRY_PORT" "$path" | grep -o '"id":[0-9]*')
  comes_back registry && within 90 registry_answers || return
  after=$(http_get "$REGISTRY_PORT" "$path" | grep -o '"id":[0-9]*')
  echo "emotions.final-value has $after"
  [[ -n $before && $before == "$after" ]]
}

targets_are_up() {
  local said
  said=$(inside prometheus promtool query instant http://localhost:9090 'count(up == 1)')
  echo "$said"
  [[ $said == *"=> ${#chain[@]} "* ]]
}

rules_are_evaluated() {
  local rules
  rules=$(http_get "$PROMETHEUS_PORT" /api/v1/rules)
  echo "$(grep -o '"health":"ok"' <<<"$rules" | wc -l) rules"
  [[ $rules == *'"health":"ok"'* && $rules != *'"health":"err"'* && $rules != *'"health":"unknown"'* ]]
}

grafana_shows_the_dashboard() {
  [[ $(http_get "$GRAFANA_PORT" '/api/search?type=dash-db') == *'"uid"'* &&
    $(http_get "$GRAFANA_PORT" /api/datasources/uid/prometheus/health) == *OK* ]]
}

more_checks() {
  check 'the registry has the schemas that the services write' registry_has_our_schemas
  check "messages are in Confluent's layout" messages_name_their_schema
  check 'a killed registry comes back, with the same numbers' registry_keeps_its_numbers
  check 'Prometheus reaches all targets' within 60 targets_are_up
  check 'and evaluates the rules' within 60 rules_are_evaluated
  [[ " ${more[*]} " != *' grafana '* ]] || check 'Grafana shows the dashboard' within 60 grafana_shows_the_dashboard
}
