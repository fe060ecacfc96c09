#!/usr/bin/env bash
# Durable turns beside ussd-airflow-engine (PyPI) under gunicorn, with its sessions in files that nobody syncs.
source "$(dirname "$0")/../lib/all.sh"
start turns
tested turns walk 16 1

export BENCH_SESSIONS=$place/sessions
mkdir "$BENCH_SESSIONS"
# A worker a core; threads, so that connections stay open.
"$tools/peers/bin/python" -m gunicorn --chdir "$bench/Peers" --bind 127.0.0.1:0 --workers "$(nproc)" --worker-class gthread --threads 32 \
  --keep-alive 60 airflow:application > "$place/airflow" 2>&1 &
started+=($!)
peer=$(await sed -n 's|.*Listening at: \(http://[0-9.:]*\).*|\1|p' "$place/airflow")
await curl -sf -d sessionId=first -d phoneNumber=%2B237676799999 -d text= "$peer$path" > /dev/null
beside "ussd-airflow-engine 0.0.8.3 under gunicorn, its sessions in files, not synced" "$peer" 30
