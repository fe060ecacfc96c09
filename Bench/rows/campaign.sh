#!/usr/bin/env bash
# What a long campaign does to others: the 99th percentile of USSD turns while it drains, against without, and how long an answer by SMS
# waits behind it at 10 messages a second.
# Usage: Bench/campaign.sh PROGRAM BENCH-SENDING [SECONDS-OF-DIALS [SECONDS [CONNECTIONS]]]
set -euo pipefail
program=$(realpath "$1") bench=$(realpath "$2") filling=${3:-40} seconds=${4:-15} connections=${5:-16}
here=$(cd "$(dirname "$0")" && pwd)
place=$(mktemp -d)
trap 'kill "${service:-}" "${gateway:-}" 2>/dev/null || true; wait 2>/dev/null || true; rm -rf "$place"' EXIT
export LANG=C.UTF-8

"$bench" gateway "$place/arrivals" > "$place/port" &
gateway=$!
for _ in $(seq 100); do [ -s "$place/port" ] && break; sleep 0.1; done

cp -r "$here/../Dialogs" "$here/../Config" "$place"
config=$place/Config/passerelle.yaml
sed -i -e 's|^outgoing:.*|outgoing: [{ via: sms }]|' -e 's|^quiet:.*|quiet: { from: "00:00", to: "00:00" }|' \
  -e "s|^channels:.*|&\n  sms: { gateway: africas-talking-sms, code: \"8080\", url: \"http://127.0.0.1:$(head -1 "$place/port")\", username: b, api-key: b, rate: 1000 }|" "$config"
passerelle() { "$program" "$@" --config "$config"; }

start() {
  PASSERELLE_LISTEN_PORT=0 PASSERELLE_LOG_LEVEL=notice PASSERELLE_CHANNELS_SMS_RATE=$1 "$program" serve --config "$config" 2> "$place/log" &
  service=$!
  port=
  for _ in $(seq 300); do
    port=$(sed -n 's|.*http://127\.0\.0\.1:\([0-9]*\)$|\1|p' "$place/log" | head -1)
    [ -n "$port" ] && break
    kill -0 "$service" || { cat "$place/log" >&2; exit 1; }
    sleep 0.1
  done
  address=http://127.0.0.1:$port
}
measure() { wrk --latency -t "$1" -c "$connections" -d "${3}s" -s "$here/$2" "$address/channels/ussd/receive" | sed -n 's/^BENCH //p'; }
accepted() { curl -s "$address/metrics" | awk '/^passerelle_messages_total.*accepted/ { sum += $NF } END { print int(sum) }'; }

start 1000
passerelle sending pause 2> /dev/null
people=$(measure "$connections" dials.lua "$filling")
"$program" send --to 'sign-up = entrepreneuriat' --text 'OIM : atelier samedi. {{how-to-stop}}' --yes --config "$config" > /dev/null 2>&1 &
sending=$!
database=$(find "$place" -name '*.sqlite' | head -1)
for _ in $(seq 600); do
  [ "$(sqlite3 -readonly "$database" "SELECT count(*) FROM campaign WHERE state = 'running'")" = 1 ] && break
  sleep 0.5
done
kill "$sending" 2> /dev/null || true
waiting=$(passerelle sending resume 2>&1 | tr '\n' ' ')
passerelle sending pause 2> /dev/null
sleep 2
echo "$people people, $(nproc) cores, $connections connections, ${seconds} s each; $waiting"

without=() with=()
for _ in 1 2 3; do
  read -r _ _ _ idle99 idle _ _ < <(measure "$connections" registrations.lua "$seconds")
  passerelle sending resume 2> /dev/null
  before=$(accepted)
  read -r _ _ _ busy99 busy _ _ < <(measure "$connections" registrations.lua "$seconds")
  after=$(accepted)
  passerelle sending pause 2> /dev/null
  sleep 2
  echo "without   $idle turns/s   p99 $idle99 us;   while it drains   $busy turns/s   p99 $busy99 us   $(((after - before) / seconds)) messages/s"
  without+=("$idle99") with+=("$busy99")
done
median() { printf '%s\n' "$@" | sort -n | sed -n 2p; }
echo "median p99 ratio  $(awk "BEGIN { printf \"%.2f\", $(median "${with[@]}") / $(median "${without[@]}") }")"

kill "$service"; wait "$service" || true
start 10
passerelle sending resume 2> /dev/null
sleep 3
for number in $(seq 10 49); do
  echo "+2376900000$number $(date +%s%3N)" >> "$place/asked"
  curl -s -o /dev/null -d id="ask-$number" -d from="%2B2376900000$number" -d to=8080 -d text=AIDE "$address/channels/sms/receive"
  sleep 0.3
done
sleep 3
awk 'NR == FNR { asked[$1] = $2; next } ($2 in asked) && !($2 in told) { told[$2] = 1; wait = $1 - asked[$2]; sum += wait; n++; if (wait > most) most = wait }
  END { printf "answers by SMS behind the campaign at 10 messages a second: %d of %d, mean %d ms, longest %d ms\n", n, length(asked), n ? sum / n : 0, most }' \
  "$place/asked" "$place/arrivals"
