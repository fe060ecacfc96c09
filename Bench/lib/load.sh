# The load: wrk, a thread a connection.
export BENCH_LOAD=$bench/load BENCH_FINISHED=$place/finished
path=/channels/ussd/receive
# The first of the people who have not been anybody yet; a run takes as many as it likes.
from=0

# load ADDRESS SCRIPT CONNECTIONS SECONDS [NAME=VALUE…]: sets answered, ended, strange, rate (a second), p50, p99 and longest (microseconds).
load() {
  local address=$1 script=$2 connections=$3 duration=$4 line figure
  shift 4
  rm -f "$BENCH_FINISHED"
  line=$(wrk --latency --timeout 10s -t "$connections" -c "$connections" -d "${duration}s" -s "$bench/load/$script.lua" "$address$path" -- \
    "from=$from" "threads=$connections" "$@" | sed -n 's/^BENCH //p')
  [ -n "$line" ] || { say "wrk said nothing"; return 1; }
  for figure in $line; do printf -v "${figure%%=*}" %s "${figure#*=}"; done
  from=$((from + 200000))
}

# tested NAME SCRIPT CONNECTIONS SECONDS [NAME=VALUE…]: the load on a service of ours at $address; false, and `fault` in words, where the
# rows stored are not the answers given. What was under way at the end is stored and unanswered, at most one a connection.
tested() {
  local name=$1 turns sign_ups connections=$3
  turns=$(stored_turns "$name") sign_ups=$(stored_sign_ups "$name")
  load "$address" "${@:2}"
  sleep 0.3
  turns=$(($(stored_turns "$name") - turns)) sign_ups=$(($(stored_sign_ups "$name") - sign_ups)) fault=
  if [ "$strange" != 0 ]; then fault="$strange answers that nobody should see"; fi
  if ((turns < answered || turns > answered + connections)); then fault="$answered turns answered, $turns stored"; fi
  if ((sign_ups < ended || sign_ups > ended + connections)); then fault="$ended registrations told, $sign_ups stored"; fi
  [ -z "$fault" ] || { say "$name: $fault"; failures+=("$fault"); }
}
failures=()

# The figure; or FAILED and why, where a run of this row stored something else than it answered.
unless_failed() { if [ ${#failures[@]} = 0 ]; then echo "$1"; else echo "FAILED: ${failures[0]}"; fi; }

# What a run took: speed, and the times of answers.
figures() { echo "$(thousands "$1")/s; p50 $(milliseconds "$2"), p99 $(milliseconds "$3"), longest $(milliseconds "$4")"; }
