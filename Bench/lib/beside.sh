# beside WHAT ADDRESS AIM: durable turns of the service `turns` beside a peer that answers the same people, a row.
# The peer is asked first, once, without measuring: its compilers shall have been awake.
beside() {
  local what=$1 peer=$2 wanted=$3 connections=64
  local ours=() theirs=() ratios=() tails=() share
  failures=()
  load "$peer" walk 16 1
  for _ in $(seq "$rounds"); do
    load "$peer" walk "$connections" "$seconds"
    [ "$strange" = 0 ] || failures+=("$what: $strange answers that nobody should see")
    theirs+=("$rate") tails+=("$p99")
    tested turns walk "$connections" "$seconds"
    ours+=("$rate") ratios+=("$(ratio "$rate" "${theirs[-1]}")")
  done
  share=$(median "${ratios[@]}")
  row "durable turns, beside $what" "$(unless_failed "$(thousands "$(median "${ours[@]}")")/s")" \
    "$(thousands "$(median "${theirs[@]}")")/s, p99 $(milliseconds "$(median "${tails[@]}")")" "$share" \
    "$([ -z "$wanted" ] || aim "$share" '>=' "$wanted" "≥ $wanted")"
}
