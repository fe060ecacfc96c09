#!/usr/bin/env bash
# A turn's two sides by themselves, in processor time: the web with nothing behind it, beside a bare handler, and all that is behind it.
source "$(dirname "$0")/../lib/all.sh"
connections=64
if [ -n "${QUICK:-}" ]; then people=2000; else people=20000; fi

# Processor time of a process so far, in microseconds.
spent() { awk -v ticks="$(getconf CLK_TCK)" '{ printf "%.0f", ($14 + $15) * 1000000 / ticks }' "/proc/$1/stat"; }

# web NAME COMMAND…: a server whose first line is its port; sets `micros`, a request.
web() {
  local name=$1 server before
  "${@:2}" > "$place/$name.port" &
  server=$!
  started+=("$server")
  local at
  at=http://127.0.0.1:$(await head -1 "$place/$name.port")
  load "$at" walk "$connections" 1
  before=$(spent "$server")
  load "$at" walk "$connections" "$seconds"
  [ "$strange" = 0 ] || failures+=("$name: $strange answers that nobody should see")
  micros=$(awk -v time="$(($(spent "$server") - before))" -v turns="$answered" 'BEGIN { printf "%.1f", time / turns }')
  stop "$server"
}

web bare "$release/bench-bare"
bare=$micros
for what in service waiting; do
  web "$what" "$release/bench-web" "$what"
  case $what in
    service) words="the web side of a turn alone" ;;
    waiting) words="the same, answered from the writer's thread" ;;
  esac
  row "processor time of $words" "$(unless_failed "$micros µs")" "a bare handler: $bare µs" "$(ratio "$micros" "$bare")" ""
done

TMPDIR=$place "$release/bench-turns" "$root/Dialogs" "$people" "$connections" > "$place/turns"
read -r _ _ _ _ _ micros _ < "$place/turns"
grep -q "; $people registered" "$place/turns" || failures+=("$(cat "$place/turns")")
row "processor time of a turn without the web" "$(unless_failed "$micros µs")" "" "" ""
