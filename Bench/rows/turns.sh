#!/usr/bin/env bash
# Durable turns a second, beside a Hummingbird that answers a constant to the same requests.
source "$(dirname "$0")/../lib/all.sh"
start_bare
start turns
tested turns walk 16 1

for connections in 64 256; do
  ratios=() tails=() ours=() ours50=() ours99=() ours100=() theirs=() theirs50=() theirs99=() theirs100=() failures=()
  for _ in $(seq "$rounds"); do
    load "$bare" walk "$connections" "$seconds"
    theirs+=("$rate") theirs50+=("$p50") theirs99+=("$p99") theirs100+=("$longest")
    tested turns walk "$connections" "$seconds"
    ours+=("$rate") ours50+=("$p50") ours99+=("$p99") ours100+=("$longest")
    ratios+=("$(ratio "${ours[-1]}" "${theirs[-1]}")") tails+=("$(ratio "${ours99[-1]}" "${theirs99[-1]}")")
  done
  share=$(median "${ratios[@]}") tail=$(median "${tails[@]}") slowest=$(most "${ours100[@]}")
  row "durable turns, $connections connections" \
    "$(unless_failed "$(figures "$(median "${ours[@]}")" "$(median "${ours50[@]}")" "$(median "${ours99[@]}")" "$slowest")")" \
    "a bare handler: $(figures "$(median "${theirs[@]}")" "$(median "${theirs50[@]}")" "$(median "${theirs99[@]}")" "$(most "${theirs100[@]}")")" \
    "$share; p99 × $tail" \
    "$(aim "$share" '>=' 0.45 '≥ 0.45'); $(aim "$tail" '<=' 3 'p99 ≤ × 3'); $(aim "$slowest" '<' 100000 'longest < 100 ms')"
done
