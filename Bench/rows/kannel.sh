#!/usr/bin/env bash
# Kannel's round trips a second, from a fake SMS centre to a server that answers a constant and back, without a store and
# with each of its two, beside durable turns.
source "$(dirname "$0")/../lib/all.sh"
connections=64
if [ -n "${QUICK:-}" ]; then messages=1000; else messages=10000; fi
start_bare
start turns
tested turns walk 16 1

# round_trips NAME STORE: a Kannel with these lines of configuration; sets `trips`, a second.
round_trips() {
  local folder=$place/kannel-$1 base=$((20000 + RANDOM % 12000)) box smsbox phone begun came last waits now
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
  "$tools/kannel/usr/lib/kannel/test/fakesmsc" -H 127.0.0.1 -r "$((base + 2))" -i 0 -m "$messages" -v 0 "+237670000001 8080 text bonjour" \
    > "$folder/phone" 2>&1 &
  phone=$!
  started+=("$phone")
  # Until all have their answers, or nothing has come for ten seconds.
  came=0 last=$begun waits=0
  while [ "$came" -lt "$messages" ] && [ "$waits" -lt 100 ]; do
    sleep 0.1
    now=$(grep -c 'Got message' "$folder/phone" || true)
    if [ "$now" -gt "$came" ]; then came=$now last=$EPOCHREALTIME waits=0; else waits=$((waits + 1)); fi
  done
  trips=$(awk -v n="$came" -v a="$begun" -v b="$last" 'BEGIN { printf "%.0f", (b > a) ? n / (b - a) : 0 }')
  [ "$came" = "$messages" ] || say "Kannel answered $came of $messages messages"
  stop "$phone"
  stop "$smsbox"
  stop "$box"
}

for store in none file spool; do
  ours=() theirs=() ratios=() failures=()
  for round in $(seq "$rounds"); do
    case $store in
      none) round_trips "$store-$round" "" ;;
      # All messages in one file, and a file a message, as Config/kannel.conf has it; neither is synced.
      file) round_trips "$store-$round" "store-type = file\nstore-location = \"$place/kannel-$store-$round/store/messages\"" ;;
      spool) round_trips "$store-$round" "store-type = spool\nstore-location = \"$place/kannel-$store-$round/store\"" ;;
    esac
    theirs+=("$trips")
    tested turns walk "$connections" "$seconds"
    ours+=("$rate") ratios+=("$(ratio "$rate" "$trips" 1)")
  done
  share=$(median "${ratios[@]}")
  case $store in
    none) what="without a store" wanted= ;;
    file) what="with its store in one file, not synced" wanted=$(aim "$share" '>=' 10 '≥ 10') ;;
    spool) what="with its store a file a message, not synced" wanted=$(aim "$share" '>=' 10 '≥ 10') ;;
  esac
  row "durable turns, beside Kannel's round trips $what" "$(unless_failed "$(thousands "$(median "${ours[@]}")")/s")" \
    "$(thousands "$(median "${theirs[@]}")") round trips/s" "$share" "$wanted"
done
