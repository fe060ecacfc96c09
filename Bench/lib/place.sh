# Where things are, how long things take, and an end that leaves nothing behind. Every row sources it first.
set -euo pipefail
export LC_ALL=C.UTF-8
bench=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
root=$(dirname "$bench")
release=$root/.build/release
tools=$root/.build/tools
# What is made once and used again.
kept=$root/.build/bench
mkdir -p "$kept"

# All databases of a run stand on the same disk; /tmp may be none.
place=$(mktemp -d "${BENCH_PLACE:-/var/tmp}/passerelle-bench.XXXXXX")
started=()
tidy() {
  for process in "${started[@]}"; do kill "$process" 2> /dev/null || true; done
  wait 2> /dev/null || true
  rm -rf "$place"
}
trap tidy EXIT

# How many times a comparison goes round, how many seconds each of its sides gets then, and how many contacts are very many.
if [ -n "${QUICK:-}" ]; then rounds=1 seconds=2 many=100000; else rounds=3 seconds=6 many=1000000; fi

say() { echo "$*" >&2; }

# Waits until COMMAND… says something, at most 60 s, and prints that.
await() {
  local found
  for _ in $(seq 600); do
    found=$("$@" 2> /dev/null) && [ -n "$found" ] && { echo "$found"; return; }
    sleep 0.1
  done
  say "nothing came of: $*"
  return 1
}
