# A row of the table: what was measured, here, beside what, the ratio, and the aim with a word where it is missed.
row() { printf '| %s | %s | %s | %s | %s |\n' "$@"; }

# A figure beside its aim: aim FIGURE ">=" 0.45 WORDS
aim() {
  if awk -v figure="$1" -v bound="$3" "BEGIN { exit !(figure $2 bound) }"; then echo "$4"; else echo "$4: **missed**"; fi
}

ratio() { awk -v a="$1" -v b="$2" -v digits="${3:-2}" 'BEGIN { if (b > 0) printf "%.*f", digits, a / b; else print "?" }'; }
median() { printf '%s\n' "$@" | sort -g | awk '{ all[NR] = $1 } END { print all[int((NR + 1) / 2)] }'; }
most() { printf '%s\n' "$@" | sort -g | tail -1; }
thousands() { printf '%.0f' "$1" | sed ':a; s/^\([0-9]\+\)\([0-9]\{3\}\)/\1,\2/; ta'; }
milliseconds() { awk -v us="$1" 'BEGIN { ms = us / 1000; printf ms < 10 ? "%.1f ms" : "%.0f ms", ms }'; }
