#!/usr/bin/env bash
# How many USSD turns a second, as a part of what the same server answers without doing anything, and whether all were stored.
# Usage: Bench/turns.sh PROGRAM [SECONDS [CONNECTIONS]]
set -euo pipefail
program=$(realpath "$1") seconds=${2:-20} connections=${3:-64}
here=$(cd "$(dirname "$0")" && pwd)
place=$(mktemp -d)
trap 'kill "${service:-}" 2>/dev/null || true; wait 2>/dev/null || true; rm -rf "$place"' EXIT

cp -r "$here/../Dialogs" "$here/../Config" "$place"
export PASSERELLE_LISTEN_PORT=0 PASSERELLE_LOG_LEVEL=notice
"$program" serve --config "$place/Config/passerelle.yaml" 2> "$place/log" &
service=$!
for _ in $(seq 300); do
  port=$(sed -n 's|.*http://127\.0\.0\.1:\([0-9]*\)$|\1|p' "$place/log" | head -1)
  [ -n "$port" ] && break
  kill -0 "$service" || { cat "$place/log" >&2; exit 1; }
  sleep 0.1
done
address=http://127.0.0.1:$port

measure() { wrk --latency -t "$1" -c "$connections" -d "${seconds}s" -s "$here/$2" "$address$3" | sed -n 's/^BENCH //p'; }

read -r _ _ idle50 idle99 idle _ _ < <(measure 2 handler.lua /health/live)
read -r requests _ turn50 turn99 turns ended strange < <(measure "$connections" registrations.lua /channels/ussd/receive)
stored=$("$program" export sign-ups --format csv --config "$place/Config/passerelle.yaml" | tail -n +2 | wc -l)

echo "$connections connections, $seconds s each, $(nproc) cores, the load from the same machine"
echo "nothing but an answer   $idle requests/s   p50 $((idle50 / 1000)) ms   p99 $((idle99 / 1000)) ms"
echo "USSD turns              $turns requests/s   p50 $((turn50 / 1000)) ms   p99 $((turn99 / 1000)) ms"
echo "ratio                   $(awk "BEGIN { printf \"%.2f\", $turns / $idle }")"
echo "registrations           $ended were told their number, $stored are stored"
[ "$strange" = 0 ] || { echo "$strange of $requests answers were none that a person should see" >&2; exit 1; }
[ "$stored" -ge "$ended" ] || { echo "fewer are stored than were told so" >&2; exit 1; }
