#!/usr/bin/env bash
# How long it takes from the program's start to its first answer, with very many contacts.
source "$(dirname "$0")/../lib/all.sh"
fill many "$many"

# The first start brings the dialogs in, the second one is measured, at the port that the first one found.
start many
port=${address##*:}
stop "$service"

mkfifo "$place/never"
exec 4<> "$place/never"
form="sessionId=first&phoneNumber=%2B237676799999&networkCode=62401&serviceCode=*123%23&text="
answer=
begun=$EPOCHREALTIME
launch many "$port"
for _ in $(seq 30000); do
  if exec 3<> "/dev/tcp/127.0.0.1/$port"; then
    printf 'POST %s HTTP/1.1\r\nHost: bench\r\nConnection: close\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: %d\r\n\r\n%s' \
      "$path" ${#form} "$form" >&3
    read -r answer <&3
    exec 3>&-
    break
  fi 2> /dev/null
  # A moment for the program, without starting another command.
  read -rt 0.001 -u 4 || true
done
waited=$(awk -v a="$begun" -v b="$EPOCHREALTIME" 'BEGIN { printf "%.0f", (b - a) * 1000 }')
[[ $answer == *200* ]] || failures+=("the first answer was: $answer")
row "from the start to the first answer, $(thousands "$many") contacts" "$(unless_failed "$waited ms")" "" "" "$(aim "$waited" '<' 100 '< 100 ms')"
