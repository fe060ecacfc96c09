#!/usr/bin/env bash
# Kannel's round trips a second, from a fake SMS centre to a server that answers a constant and back, with and without its store, beside
# durable turns.
source "$(dirname "$0")/../lib/all.sh"
connections=64
if [ -n "${QUICK:-}" ]; then messages=1000; else messages=10000; fi
start_bare
start turns
tested turns walk 16 1

# round_trips NAME STORE: a Kannel with these lines of configuration; sets `trips`, a second.
round_trips() {
  local folder=$place/kannel-$1 base=$((20000 + RANDOM % 20000)) box smsbox begun came
  mkdir -p "$folder/store"
  sed -e "s|ADMIN-PORT|$base|; s|SMSBOX-PORT|$((base + 1))|; s|CENTRE-PORT|$((base + 2))|; s|HTTP-PORT|${bare##*:}|; s|^STORE|$2|" \
    -e "s|PLACE|$folder|" "$bench/Peers/kannel.conf" > "$folder/kannel.conf"
  "$tools/kannel/usr/sbin/bearerbox" -v 1 "$folder/kannel.conf" > "$folder/bearerbox" 2>&1 &
  box=$!
  await grep 'Start-up done' "$folder/bearerbox" > /dev/null
  "$tools/kannel/usr/sbin/smsbox" -v 1 "$folder/kannel.conf" > "$folder/smsbox" 2>&1 &
  smsbox=$!
  started+=("$box" "$smsbox")
  await grep 'Connected to bearerbox' "$folder/smsbox" > /dev/null
  begun=$EPOCHREALTIME
  came=$(timeout 60 "$tools/kannel/usr/lib/kannel/test/fakesmsc" -H 127.0.0.1 -r "$((base + 2))" -i 0 -m "$messages" -v 0 \
    "+237670000001 8080 text bonjour" 2>&1 | grep -c -m "$messages" 'Got message' || true)
  trips=$(awk -v n="$came" -v a="$begun" -v b="$EPOCHREALTIME" 'BEGIN { printf "%.0f", n / (b - a) }')
  [ "$came" = "$messages" ] || say "Kannel lost $((messages - came)) of $messages messages"
  stop "$smsbox"
  stop "$box"
}
