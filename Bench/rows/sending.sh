#!/usr/bin/env bash
# How many messages a second leave through the outbox, as a part of what the same client does bare, and what a long queue takes in memory.
# Usage: Bench/sending.sh BENCH-SENDING [MESSAGES [WAITING]]
set -euo pipefail
bench=$(realpath "$1") messages=${2:-20000} waiting=${3:-1000000}
place=$(mktemp -d)
trap 'kill "${gateway:-}" 2>/dev/null || true; wait 2>/dev/null || true; rm -rf "$place"' EXIT

"$bench" gateway > "$place/port" &
gateway=$!
for _ in $(seq 100); do [ -s "$place/port" ] && break; sleep 0.1; done
address=http://127.0.0.1:$(head -1 "$place/port")/cgi-bin/sendsms

echo "$messages messages, $(nproc) cores, the gateway on the same machine"
"$bench" speed "$address" "$messages"
"$bench" memory "$address" "$waiting"
