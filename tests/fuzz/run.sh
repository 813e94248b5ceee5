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

# A folder that is given may be configured already, with these options and others.
[ -n "${PARINDEX_FUZZ_BUILD:-}" ] && [ -e "$build/CMakeCache.txt" ] ||
  cmake -S "$root" -B "$build" -G Ninja -DCMAKE_CXX_COMPILER=clang++ -DCMAKE_BUILD_TYPE=RelWithDebInfo \
    -DPARINDEX_DEVELOPER_MODE=ON -DPARINDEX_BUILD_EXAMPLES=OFF -DPARINDEX_BUILD_FUZZERS=ON >"$build/configure.log" 2>&1 || {
    cat "$build/configure.log"
    exit 1
  }
cmake --build "$build" --target fuzzers ${PARINDEX_FUZZ_JOBS:+-j "$PARINDEX_FUZZ_JOBS"}

[ $# -gt 0 ] || set -- $(cd "$here/corpus" && ls)
# A fuzzer keeps one core busy.
printf '%s\n' "$@" | PARINDEX_FUZZ_BUILD=$build PARINDEX_FUZZ_SECONDS=$seconds xargs -n 1 -P "$(nproc)" "$here/run_target.sh"
