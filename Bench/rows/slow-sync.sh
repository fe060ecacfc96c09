#!/usr/bin/env bash
# Turns where every sync takes 2 ms longer than here.
source "$(dirname "$0")/../lib/all.sh"
cc -O2 -shared -fPIC -o "$place/slow-sync.so" "$bench/slow-sync.c" -ldl
start slow env "LD_PRELOAD=$place/slow-sync.so" BENCH_SYNC_US=2000
tested slow walk 16 1
for connections in 64 256; do
  failures=()
  tested slow walk "$connections" "$seconds"
  row "durable turns with every sync 2 ms slower, $connections connections" "$(unless_failed "$(figures "$rate" "$p50" "$p99" "$longest")")" "" "" \
    "$(aim "$rate" '>=' 8000 '≥ 8,000/s, no 503')"
done
