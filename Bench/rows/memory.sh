#!/usr/bin/env bash
# What the program has resident under load, with very many contacts.
source "$(dirname "$0")/../lib/all.sh"
fill many "$many"
start many
for connections in 64 256; do tested many walk "$connections" "$seconds"; done
most=$(resident "$service")
row "resident memory at most, $(thousands "$many") contacts, 64 and then 256 connections" "$(unless_failed "$most MB")" "" "" \
  "$(aim "$most" '<' 160 '< 160 MB')"
