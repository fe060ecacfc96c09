# Everything that a row needs.
for part in place table service load filled beside; do source "$(dirname "${BASH_SOURCE[0]}")/$part.sh"; done
