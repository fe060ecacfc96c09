#!/usr/bin/env bash
# How often the disk is asked to sync, counted by strace, which stops the program at nothing else.
source "$(dirname "$0")/../lib/all.sh"
start syncs strace -D -f --seccomp-bpf -qq -e trace=fsync,fdatasync -o "$place/syncs.txt"
tested syncs walk 16 1

counts=()
for connections in 64 256 1; do
  before=$(wc -l < "$place/syncs.txt")
  tested syncs walk "$connections" "$seconds"
  counts+=("$(awk -v syncs=$(($(wc -l < "$place/syncs.txt") - before)) -v turns="$answered" 'BEGIN { printf "%.0f", syncs * 1000 / turns }')")
done
row "syncs per 1,000 turns, 64, 256 and 1 connections" "$(unless_failed "${counts[0]}, ${counts[1]} and ${counts[2]}")" "" "" \
  "$(aim "${counts[0]}" '<' 60 '< 60'); $(aim "${counts[1]}" '<' 20 '< 20')"
