#!/bin/sh
# Replays what is stored for one target, then fuzzes it. Called by run.sh, which builds the fuzzers.
set -eu
target=$1
here=$(cd "$(dirname "$0")" && pwd)
fuzzer=$PARINDEX_FUZZ_BUILD/tests/fuzz/fuzz_$target
found=$PARINDEX_FUZZ_BUILD/corpus/$target
log=$PARINDEX_FUZZ_BUILD/fuzz_$target.log
crashes=$here/crashes/$target
mkdir -p "$found" "$crashes"
options=
[ -e "$here/$target.dict" ] && options="-dict=$here/$target.dict"
# What is stored is cut at this length too.
case $target in json_files | survey_files) longest=8192 ;; *) longest=512 ;; esac

# Findings first: a run with -runs=0 only executes what is stored.
if "$fuzzer" -runs=0 -artifact_prefix="$PARINDEX_FUZZ_BUILD/replayed-" "$here/corpus/$target" "$crashes" >"$log" 2>&1 &&
  "$fuzzer" $options -max_total_time="$PARINDEX_FUZZ_SECONDS" -max_len=$longest -timeout=10 -print_final_stats=1 \
    -artifact_prefix="$crashes/" "$found" "$here/corpus/$target" >"$log" 2>&1; then
  rmdir "$crashes" 2>/dev/null || :
  runs=$(sed -n 's/^stat::number_of_executed_units: *//p' "$log")
  # A fuzzer that ran nothing has shown nothing.
  [ "${runs:-0}" -gt 0 ] || { echo "fuzz: $target ran no input" >&2; exit 1; }
  echo "fuzz: $target: $runs inputs, no finding"
else
  tail -n 40 "$log"
  echo "fuzz: $target: FINDING, see above and $crashes" >&2
  rmdir "$crashes" 2>/dev/null || :
  exit 1
fi
