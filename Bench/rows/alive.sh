#!/usr/bin/env bash
# Very many conversations alive at once, each a step further in its turn, beside as many as there are connections.
source "$(dirname "$0")/../lib/all.sh"
connections=64
if [ -n "${QUICK:-}" ]; then held=100; else held=1563; fi

start few
few=$address
tested few walk 16 1
start crowd
crowd=$address

ours=() theirs=() ratios=() slowest=()
for _ in $(seq "$rounds"); do
  address=$few
  tested few walk "$connections" "$seconds"
  theirs+=("$rate")
  # New people each time; those of the round before stay where they are, so that it is never fewer.
  address=$crowd begun=$from
  tested crowd dial "$connections" 120 "people=$held" staggered=1
  from=$begun
  tested crowd walk "$connections" "$seconds" "held=$held" midway=1
  ours+=("$rate") ratios+=("$(ratio "$rate" "${theirs[-1]}")") slowest+=("$longest")
done
share=$(median "${ratios[@]}")
row "durable turns with $(thousands $((held * connections))) conversations alive, $connections connections" \
  "$(unless_failed "$(thousands "$(median "${ours[@]}")")/s; longest $(milliseconds "$(most "${slowest[@]}")")")" \
  "$connections alive: $(thousands "$(median "${theirs[@]}")")/s" "$share" "$(aim "$share" '>=' 0.6 '≥ 0.6')"
