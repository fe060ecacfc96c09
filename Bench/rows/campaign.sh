#!/usr/bin/env bash
# What a long campaign does to others: the 99th percentile of USSD turns while it drains, beside without it, and how long an answer by SMS
# waits behind it at 10 messages a second.
source "$(dirname "$0")/../lib/all.sh"
connections=16
if [ -n "${QUICK:-}" ]; then people=5000 asked=10; else people=50000 asked=40; fi

"$release/bench-sending" gateway "$place/arrivals" > "$place/port" &
started+=($!)
gateway=http://127.0.0.1:$(await head -1 "$place/port")
lay campaign
sed -i -e 's|^outgoing:.*|outgoing: [{ via: sms }]|' -e 's|^quiet:.*|quiet: { from: "00:00", to: "00:00" }|' \
  -e "s|^channels:.*|&\n  sms: { gateway: africas-talking-sms, code: \"8080\", url: \"$gateway\", username: b, api-key: b, rate: 1000 }|" \
  "$place/campaign/Config/passerelle.yaml"
told() { "$release/passerelle" "$@" --config "$place/campaign/Config/passerelle.yaml"; }
accepted() { curl -s "$address/metrics" | awk '/^passerelle_messages_total.*accepted/ { sum += $NF } END { print int(sum) }'; }

start campaign
told sending pause 2> /dev/null
tested campaign dial "$connections" 120 "people=$((people / connections))"
people=$ended
told send --to 'sign-up = entrepreneuriat' --text 'OIM : atelier samedi. {{how-to-stop}}' --yes > /dev/null 2>&1 &
sending=$!
started+=("$sending")
await sqlite3 -readonly "$(database campaign)" "SELECT 1 FROM campaign WHERE state = 'running'" > /dev/null
stop "$sending"

with=() without=() left=()
for _ in $(seq "$rounds"); do
  tested campaign walk "$connections" "$seconds"
  without+=("$p99")
  told sending resume 2> /dev/null
  before=$(accepted)
  tested campaign walk "$connections" "$seconds"
  with+=("$p99") left+=("$((($(accepted) - before) / seconds))")
  told sending pause 2> /dev/null
  sleep 1
done
row "p99 of turns while a campaign to $(thousands "$people") people drains at $(thousands "$(median "${left[@]}")") messages/s, $connections connections" \
  "$(unless_failed "$(milliseconds "$(median "${with[@]}")")")" "without it: $(milliseconds "$(median "${without[@]}")")" \
  "$(ratio "$(median "${with[@]}")" "$(median "${without[@]}")")" ""

stop "$service"
start campaign env PASSERELLE_CHANNELS_SMS_RATE=10
told sending resume 2> /dev/null
sleep 2
for number in $(seq 10 $((9 + asked))); do
  echo "+2376900000$number $(date +%s%3N)" >> "$place/asked"
  curl -s -o /dev/null -d id="ask-$number" -d from="%2B2376900000$number" -d to=8080 -d text=AIDE "$address/channels/sms/receive"
  sleep 0.3
done
sleep 3
row "an answer by SMS behind that campaign at 10 messages/s" "$(awk '
  NR == FNR { asked[$1] = $2; next }
  ($2 in asked) && !($2 in told) { told[$2] = 1; wait = $1 - asked[$2]; sum += wait; n++; if (wait > most) most = wait }
  END { printf "%d of %d came: mean %d ms, longest %d ms", n, length(asked), n ? sum / n : 0, most }' "$place/asked" "$place/arrivals")" "" "" ""
