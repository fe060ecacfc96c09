#!/usr/bin/env bash
# How many messages a second leave through the outbox, beside the same client's bare requests, and what a long queue takes in memory.
source "$(dirname "$0")/../lib/all.sh"
if [ -n "${QUICK:-}" ]; then messages=2000 waiting=50000; else messages=20000 waiting=1000000; fi
export TMPDIR=$place
"$release/bench-sending" gateway > "$place/port" &
started+=($!)
gateway=http://127.0.0.1:$(await head -1 "$place/port")/cgi-bin/sendsms

"$release/bench-sending" speed "$gateway" "$messages" "$rounds" > "$place/speed"
speeds() { awk -v of="$1" 'index($0, of) { match($0, /[0-9]+\/s/); print substr($0, RSTART, RLENGTH - 2) }' "$place/speed"; }
row "messages that leave through the outbox" "$(thousands "$(median $(speeds 'through the outbox'))")/s" \
  "the same client's bare requests: $(thousands "$(median $(speeds 'bare requests'))")/s" "$(awk '/median ratio/ { print $NF }' "$place/speed")" ""

memory=$("$release/bench-sending" memory "$gateway" "$waiting")
row "resident memory while $(thousands "$waiting") messages wait and leave" "$(sed 's/.*, \([0-9]* MB\) at most.*/\1/' <<< "$memory")" \
  "before: $(sed 's/.*: \([0-9]* MB\) resident before.*/\1/' <<< "$memory")" "" ""
