# Databases with many people in them, made once a week and kept (their people came in the last thirty days).

# fill NAME CONTACTS: lays the service NAME with a database that has so many.
fill() {
  # A database of another schema is not the same database.
  local made
  made=$kept/$2-$(cat "$root"/Sources/Store/Schema/*.swift | sha256sum | cut -c 1-8)
  if [ -z "$(find "$made.sqlite" -mtime -7 2> /dev/null)" ]; then
    say "a database with $2 contacts is made"
    rm -rf "$kept/new" "$kept/$2"-* && mkdir "$kept/new"
    "$release/bench-filling" "$kept/new/passerelle.sqlite" "$2"
    mv "$kept/new/passerelle.key" "$made.key"
    mv "$kept/new/passerelle.sqlite" "$made.sqlite"
  fi
  lay "$1"
  cp "$made.sqlite" "$place/$1/passerelle.sqlite"
  cp -p "$made.key" "$place/$1/passerelle.key"
  sync "$place/$1/passerelle.sqlite"
}
