#!/usr/bin/env bash
# Instructions a turn, by callgrind, beside those of a bare handler. PROFILE=N prints the N functions that take most.
source "$(dirname "$0")/../lib/all.sh"
source "$bench/lib/callgrind.sh"
if [ -n "${QUICK:-}" ]; then people=2; else people=10; fi
# Valgrind does not read the debugging facts that Swift writes; names are enough.
program=$place/program
strip --strip-debug -o "$program" "$release/passerelle"
strip --strip-debug -o "$place/bench-bare" "$release/bench-bare"
start turns "${counting[@]}"
counted turns "$service" "$address" "$people"
ours=$cost
if [ -n "${PROFILE:-}" ]; then
  for with in no yes; do
    case $with in no) say "by themselves (above them what threads are in all the time, with all that it calls):" ;; yes) say "with all that they call:" ;; esac
    functions "$place/turns.callgrind" "--inclusive=$with" | awk -v last="$PROFILE" 'NR <= last + 2' | cut -c 1-220 >&2
  done
fi
stop "$service"

"${counting[@]}" "$place/bench-bare" > "$place/bare" &
started+=($!)
counted bare "$!" "http://127.0.0.1:$(await head -1 "$place/bare")" "$people"
row "instructions a turn (callgrind, 16 connections)" "$(unless_failed "$(thousands "$ours")")" "a bare handler: $(thousands "$cost")" \
  "$(ratio "$ours" "$cost" 1)" ""
