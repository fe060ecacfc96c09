# What a request takes in instructions, whatever else the machine does.

# counted NAME PROCESS ADDRESS PEOPLE: lets people walk, and leaves the profile of it at $place/NAME.callgrind; sets `cost`, instructions a
# request. PROCESS was started under valgrind with $counting.
cc -O2 -shared -fPIC -o "$place/writable-mask.so" "$bench/writable-mask.c" -ldl
counting=(env "LD_PRELOAD=$place/writable-mask.so" valgrind -q --tool=callgrind --instr-atstart=no --fair-sched=yes
  "--callgrind-out-file=$place/callgrind.%p")
counted() {
  local name=$1 process=$2 address=$3 people=$4 file masking
  callgrind_control --instr=on "$process" > /dev/null 2>&1
  load "$address" walk 16 300 people=2
  callgrind_control --zero "$process" > /dev/null 2>&1
  load "$address" walk 16 300 "people=$people"
  [ "$strange" = 0 ] || failures+=("$strange answers that nobody should see")
  callgrind_control --dump "$process" > /dev/null 2>&1
  callgrind_control --instr=off "$process" > /dev/null 2>&1
  file=$(await find "$place" -name "callgrind.$process.*" -size +0)
  mv "$file" "$place/$name.callgrind"
  # The trace is masked by the clock, every five seconds at most 300 calls: in a program that is slowed down so much that would be every one.
  masking=$(functions "$place/$name.callgrind" --inclusive=yes | awk '/Trace\.tidy\(\)/ && !found { gsub(",", "", $1); print $1; found = 1 }')
  cost=$(awk -v turns="$answered" -v masking="${masking:-0}" '/^(summary|totals):/ { sum = $2 } END { printf "%.0f", (sum - masking) / turns }' \
    "$place/$name.callgrind")
}

# The functions of a profile, the dearest first.
functions() { callgrind_annotate --auto=no --threshold=100 "${@:2}" "$1" 2> /dev/null | sed -n '/file:function/,$p' | swift demangle --simplified; }
