#!/usr/bin/env bash
# What the web side of a turn costs beside a bare handler of the same server: instructions a request by callgrind, processor time by the kernel.
# Usage: Bench/web.sh BENCH-WEB [SECONDS [CONNECTIONS]]
set -euo pipefail
bench=$(realpath "$1") seconds=${2:-5} connections=${3:-64}
here=$(cd "$(dirname "$0")" && pwd)
place=$(mktemp -d)
trap 'kill "${server:-}" 2>/dev/null || true; wait 2>/dev/null || true; rm -rf "$place"' EXIT

# Valgrind cannot read what the compiler writes for debuggers.
objcopy --strip-debug "$bench" "$place/bench-web"

# serve WHAT [WRAPPER…]: sets $server and $address
serve() {
  local what=$1; shift
  : > "$place/port"
  "$@" "$place/bench-web" "$what" > "$place/port" 2> "$place/log" &
  server=$!
  for _ in $(seq 300); do [ -s "$place/port" ] && break; sleep 0.1; done
  [ -s "$place/port" ] || { cat "$place/log" >&2; exit 1; }
  address=http://127.0.0.1:$(head -1 "$place/port")/channels/ussd/receive
}

load() { wrk -t "$1" -c "$2" -d "${3}s" -s "$here/registrations.lua" "$address" | sed -n 's/^BENCH //p'; }

# In hundredths of a second.
spent() { awk '{ print $14 + $15 }' "/proc/$server/stat"; }

stop() { kill -TERM "$server"; wait "$server" || true; }

for what in bare service waiting; do
  serve "$what"
  load 2 "$connections" 1 > /dev/null
  before=$(spent)
  read -r requests _ < <(load 2 "$connections" "$seconds")
  micros=$(awk "BEGIN { printf \"%.1f\", ($(spent) - $before) * 10000 / $requests }")
  stop
  echo "$what: $micros µs of processor time a request"
  serve "$what" valgrind --tool=callgrind --instr-atstart=no --callgrind-out-file="$place/$what.callgrind"
  load 1 8 2 > /dev/null
  callgrind_control -i on "$server" > /dev/null
  read -r requests _ < <(load 1 8 "$seconds")
  callgrind_control -i off "$server" > /dev/null
  stop
  instructions=$(sed -n 's/^\(totals\|summary\): \([0-9]*\).*/\2/p' "$place/$what.callgrind"* | sort -n | tail -1)
  echo "$what: $((instructions / requests)) instructions a request ($requests under callgrind)"
  [ -z "${KEEP:-}" ] || cp "$place/$what.callgrind" "$KEEP/"
done
