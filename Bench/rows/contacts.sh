#!/usr/bin/env bash
# What a thousand and very many contacts in the database cost a turn, beside an empty one.
source "$(dirname "$0")/../lib/all.sh"
fill thousand 1000
fill many "$many"

declare -A at ours ratios
for name in empty thousand many; do
  start "$name"
  at[$name]=$address
  tested "$name" walk 16 1
done
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
