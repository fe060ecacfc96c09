# Services to be measured, each in a folder of its own under $place.

# The address that a service's log says it listens on.
told_address() { sed -n 's|.*\(http://127\.0\.0\.1:[0-9]*\)$|\1|p' "$1" | head -1 | grep .; }

# Dialogs and configuration of a service that was not started yet: lay NAME, then change $place/NAME/Config/passerelle.yaml.
lay() {
  mkdir -p "$place/$1"
  [ -d "$place/$1/Config" ] || cp -r "$root/Dialogs" "$root/Config" "$place/$1"
}

# launch NAME PORT [COMMAND…]: with COMMAND in front where there is one; sets `service`, its process, and does not wait for it.
launch() {
  local name=$1 port=$2
  shift 2
  lay "$name"
  : > "$place/$name/log"
  PASSERELLE_LISTEN_PORT=$port PASSERELLE_LOG_LEVEL=notice \
    "$@" "${program:-$release/passerelle}" serve --config "$place/$name/Config/passerelle.yaml" 2> "$place/$name/log" &
  service=$!
  started+=("$service")
}

# start NAME [COMMAND…]: launches it at a free port, and sets `address` once it listens.
start() {
  local name=$1
  shift
  launch "$name" 0 "$@"
  address=$(await told_address "$place/$name/log") || { cat "$place/$name/log" >&2; return 1; }
}

# start_bare: what does nothing; sets `bare`, its address.
start_bare() {
  "$release/bench-bare" > "$place/bare" &
  started+=($!)
  bare=http://127.0.0.1:$(await head -1 "$place/bare")
}

stop() { kill "$1" 2> /dev/null || true; wait "$1" 2> /dev/null || true; }

database() { echo "$place/$1/passerelle.sqlite"; }

# How many turns, or sign-ups, a service has stored. That somebody is gone is a row, too, and answers nobody.
stored_turns() { sqlite3 -readonly "$(database "$1")" "SELECT count(*) FROM turn WHERE occasion IS NOT 'hang-up'"; }
stored_sign_ups() { sqlite3 -readonly "$(database "$1")" 'SELECT count(*) FROM sign_up'; }

# In megabytes, what a process had resident at most.
resident() { awk '/^VmHWM/ { printf "%.0f", $2 / 1024 }' "/proc/$1/status"; }
