#!/usr/bin/env bash
# Durable turns beside PostgreSQL, which is asked for the bare transaction of a turn by pgbench: no HTTP, no dialog, nothing sealed.
source "$(dirname "$0")/../lib/all.sh"
connections=64
start turns
tested turns walk 16 1

# PostgreSQL will not run as root, nor where a stranger cannot reach: its programs go to the place, too.
cp -r "$tools/postgres/usr" "$place/postgres"
as=()
if [ "$(id -u)" = 0 ]; then
  as=(setpriv --reuid nobody --regid nogroup --clear-groups)
  chmod 711 "$place"
  chown -R nobody:nogroup "$place/postgres"
fi
programs=$(echo "$place"/postgres/lib/postgresql/*/bin)
data=$place/postgres/data
"${as[@]}" "$programs/initdb" -D "$data" -A trust -E UTF8 --locale=C -U bench > "$place/initdb" 2>&1 || { cat "$place/initdb" >&2; exit 1; }
# A commit is synced (the default). Memory, and no checkpoint while it is measured, are to its advantage.
"${as[@]}" "$programs/postgres" -D "$data" -k "$data" -c listen_addresses= -c shared_buffers=1GB -c max_wal_size=8GB -c checkpoint_timeout=1h \
  -c wal_buffers=64MB > "$place/postgres.log" 2>&1 &
server=$!
# It ends at once on this signal, and not before its clients do on others.
trap 'kill -QUIT "$server" 2> /dev/null || true; tidy' EXIT
await "$programs/pg_isready" -h "$data" > /dev/null
"$programs/psql" -q -h "$data" -U bench -d postgres -f "$bench/Peers/postgres.sql"

# A script is a walk, twelve turns; sets `rate`.
walk_of_postgres() {
  rate=$("$programs/pgbench" -n -h "$data" -U bench -M prepared -c "$connections" -j "$(nproc)" -T "$1" \
    -f "$bench/Peers/postgres-walk.sql" postgres 2> "$place/pgbench" | awk '/^tps/ { printf "%.0f", $3 * 12 }')
  [ -n "$rate" ] || { cat "$place/pgbench" >&2; return 1; }
}
walk_of_postgres 1
ours=() theirs=() ratios=()
for _ in $(seq "$rounds"); do
  walk_of_postgres "$seconds"
  theirs+=("$rate")
  tested turns walk "$connections" "$seconds"
  ours+=("$rate") ratios+=("$(ratio "$rate" "${theirs[-1]}")")
done
share=$(median "${ratios[@]}")
row "durable turns, beside the bare transaction of a turn in PostgreSQL $("$programs/postgres" --version | cut -d' ' -f3) (pgbench)" \
  "$(unless_failed "$(thousands "$(median "${ours[@]}")")/s")" "$(thousands "$(median "${theirs[@]}")")/s" "$share" "$(aim "$share" '>=' 2.5 '≥ 2.5')"
