#!/bin/sh
# Builds the fuzzers, replays what is stored, and fuzzes each target: run.sh [SECONDS [TARGET...]]
#
# SECONDS is per target (60 unless given). A finding is written to crashes/<target>/ and fails the run; commit it together
# with its repair, and every later run and every ordinary test run replays it. Inputs that reached new code stay in the
# build folder (PARINDEX_FUZZ_BUILD, build/fuzz unless set); the committed corpus is kept small by hand.
set -eu
seconds=${1:-60}
[ $# -gt 0 ] && shift
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
build=${PARINDEX_FUZZ_BUILD:-$root/build/fuzz}
mkdir -p "$build"

cmake -S "$root" -B "$build" -G Ninja -DCMAKE_CXX_COMPILER=clang++ -DCMAKE_BUILD_TYPE=RelWithDebInfo \
  -DPARINDEX_DEVELOPER_MODE=ON -DPARINDEX_BUILD_EXAMPLES=OFF -DPARINDEX_BUILD_FUZZERS=ON >"$build/configure.log" 2>&1 || {
  cat "$build/configure.log"
  exit 1
}
cmake --build "$build" --target fuzzers ${PARINDEX_FUZZ_JOBS:+-j "$PARINDEX_FUZZ_JOBS"}

[ $# -gt 0 ] || set -- $(cd "$here/corpus" && ls)
status=0
for target in "$@"; do
  fuzzer=$build/tests/fuzz/fuzz_$target
  found=$build/corpus/$target
  log=$build/fuzz_$target.log
  mkdir -p "$found" "$here/crashes/$target"
  options=
  [ -e "$here/$target.dict" ] && options="-dict=$here/$target.dict"
  case $target in json_*) longest=4096 ;; *) longest=512 ;; esac
  # Findings first: a run with -runs=0 only executes what is stored.
  if "$fuzzer" -runs=0 -artifact_prefix="$build/replayed-" "$here/corpus/$target" "$here/crashes/$target" >"$log" 2>&1 &&
    "$fuzzer" $options -max_total_time="$seconds" -max_len=$longest -timeout=10 -print_final_stats=1 \
      -artifact_prefix="$here/crashes/$target/" "$found" "$here/corpus/$target" >"$log" 2>&1; then
    runs=$(sed -n 's/^stat::number_of_executed_units: *//p' "$log")
    # A fuzzer that ran nothing has shown nothing.
    [ "${runs:-0}" -gt 0 ] || { echo "fuzz: $target ran no input" >&2; status=1; continue; }
    echo "fuzz: $target: $runs inputs, no finding"
  else
    tail -n 40 "$log"
    echo "fuzz: $target: FINDING, see above and $here/crashes/$target" >&2
    status=1
  fi
  rmdir "$here/crashes/$target" 2>/dev/null || :
done
exit $status
