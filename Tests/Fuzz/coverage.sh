#!/bin/sh
# Lets libFuzzer lead the hunt through the parsers that are most exposed, each for so many seconds: coverage.sh [SECONDS]
#
# The build is one of its own, with every module instrumented. `main` stays ours: libFuzzer's driver is pulled in by name and called.
set -eu
cd "$(dirname "$0")/../.."
seconds=${1:-30}
build=.build-fuzzer
swift build -c release --scratch-path "$build" --sanitize fuzzer --product fuzz \
    -Xlinker -u -Xlinker LLVMFuzzerRunDriver -Xlinker --export-dynamic
fuzz=$build/release/fuzz
found=0
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
"$fuzz" subjects | grep -E '^(gsm|phone numbers|yaml|po|chat|audience|gateway (africas-talking-ussd|kannel|kannel-ussd|mtn-sms|infobip|phone|http-ussd xml|http-sms json results|vonage))' >"$work/subjects"
while read -r subject; do
    if FUZZ_SUBJECT="$subject" SWIFT_BACKTRACE=enable=no "$fuzz" coverage "$work/corpus-$(echo "$subject" | tr ' ' -)" \
        -max_total_time="$seconds" -seed=20261127 -max_len=4096 -timeout=10 -rss_limit_mb=1024 -artifact_prefix="$work/" \
        -print_final_stats=1 </dev/null >"$work/log" 2>&1; then
        echo "$subject: $(grep -E 'number_of_executed_units|new_units_added|peak_rss_mb' "$work/log" | sed 's/stat:://' | tr -s ' \n' ' ')"
    else
        found=1
        echo "FAILED $subject"
        grep -E 'FAILED|in hex|^  [0-9a-f]+$|ERROR|SUMMARY' "$work/log" | head -12
    fi
done <"$work/subjects"
exit $found
