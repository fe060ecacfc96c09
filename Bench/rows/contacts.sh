#!/usr/bin/env bash
# What a thousand and a million contacts in the database cost a turn, beside an empty one; what the program has resident then, and how long
# it takes to start.
source "$(dirname "$0")/../lib/all.sh"
if [ -n "${QUICK:-}" ]; then many=100000; else many=1000000; fi
fill thousand 1000
fill many "$many"

start many
first=$address
stop "$service"
# The second start: the first one has brought the dialogs in.
mkfifo "$place/never"
exec 4<> "$place/never"
begun=$EPOCHREALTIME
port=${first##*:}
PASSERELLE_LISTEN_PORT=$port PASSERELLE_LOG_LEVEL=notice "$release/passerelle" serve --config "$place/many/Config/passerelle.yaml" 2> "$place/many/log" &
service=$!
started+=("$service")
answer=
for _ in $(seq 100000); do
  if exec 3<> "/dev/tcp/127.0.0.1/$port"; then
    form="sessionId=first&phoneNumber=%2B237676799999&networkCode=62401&serviceCode=*123%23&text="
    printf 'POST %s HTTP/1.1\r\nHost: bench\r\nConnection: close\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: %d\r\n\r\n%s' \
      "$path" ${#form} "$form" >&3
    read -r answer <&3
    exec 3>&-
    break
  fi 2> /dev/null
  # A moment for the program; no other command is started meanwhile.
  read -rt 0.001 -u 4 || true
done
waited=$(awk -v a="$begun" -v b="$EPOCHREALTIME" 'BEGIN { printf "%.0f", (b - a) * 1000 }')
[[ $answer == *200* ]] || failures+=("the first answer was: $answer")
row "from the start to the first answer, $(thousands "$many") contacts" "$(unless_failed "$waited ms")" "" "" "$(aim "$waited" '<' 100 '< 100 ms')"
stop "$service"

declare -A at ours ratios
for name in empty thousand many; do
  start "$name"
  at[$name]=$address
  tested "$name" walk 16 1
done
large=$service
for _ in $(seq "$rounds"); do
  for name in empty thousand many; do
    address=${at[$name]}
    tested "$name" walk 64 "$seconds"
    ours[$name]+=" $rate"
    ratios[$name]+=" $(ratio "$rate" "${ours[empty]##* }")"
  done
done
for name in thousand many; do
  share=$(median ${ratios[$name]})
  case $name in thousand) contacts=1000 ;; many) contacts=$many ;; esac
  row "durable turns with $(thousands "$contacts") contacts, 64 connections" "$(unless_failed "$(thousands "$(median ${ours[$name]})")/s")" \
    "an empty database: $(thousands "$(median ${ours[empty]})")/s" "$share" "$(aim "$share" '>=' 0.9 '≥ 0.9')"
done

tested many walk 256 "$seconds"
row "resident memory at most, $(thousands "$many") contacts, 64 and 256 connections" "$(unless_failed "$(resident "$large") MB")" "" "" \
  "$(aim "$(resident "$large")" '<' 160 '< 160 MB')"
