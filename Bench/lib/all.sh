# Everything that a row needs.
for part in place table service load filled; do source "$(dirname "${BASH_SOURCE[0]}")/$part.sh"; done
