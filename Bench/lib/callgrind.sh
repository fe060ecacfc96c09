# What a request takes in instructions, whatever else the machine does.

# counted NAME PROCESS ADDRESS PEOPLE: lets people walk, and leaves the profile of it at $place/NAME.callgrind; sets `cost`, instructions a
# request. PROCESS was started under valgrind with $counting.
cc -O2 -shared -fPIC -o "$place/writable-mask.so" "$bench/writable-mask.c" -ldl
counting=(env "LD_PRELOAD=$place/writable-mask.so" valgrind -q --tool=callgrind --instr-atstart=no --fair-sched=yes "--callgrind-out-file=$place/callgrind.%p")
counted() {
  local name=$1 process=$2 address=$3 people=$4 file
  callgrind_control --instr=on "$process" > /dev/null 2>&1
  load "$address" walk 16 300 people=2
  callgrind_control --zero "$process" > /dev/null 2>&1
  load "$address" walk 16 300 "people=$people"
  [ "$strange" = 0 ] || failures+=("$strange answers that nobody should see")
  callgrind_control --dump "$process" > /dev/null 2>&1
  callgrind_control --instr=off "$process" > /dev/null 2>&1
  file=$(await find "$place" -name "callgrind.$process.*" -size +0)
  mv "$file" "$place/$name.callgrind"
  cost=$(awk -v turns="$answered" '/^(summary|totals):/ { sum = $2 } END { printf "%.0f", sum / turns }' "$place/$name.callgrind")
}
