#!/bin/sh
# Line coverage of the numeric code by its own unit tests; fails below 100 %.
#   tests/coverage.sh [work folder]
# Two programs from the same sources: with the compiler's 128-bit integer and with plain C++ in its place, because
# each has lines that the other leaves out. Nothing else of the library is built.
set -eu
root=$(cd "$(dirname "$0")/.." && pwd)
work=${1:-"$root/build/coverage"}
mkdir -p "$work"
cd "$work"
find . -name '*.gc??' -delete

for variant in native portable; do
  mkdir -p "$variant"
  define=""
  [ "$variant" = native ] || define=-DPARINDEX_PORTABLE_WIDE
  for source in "$root"/src/numeric/*.cpp "$root"/tests/unit/main.cpp "$root"/tests/unit/numeric/*.cpp; do
    # Inlining would hide lines.
    ${CXX:-g++} -std=c++20 -O0 -g -fno-inline --coverage $define -DBOOST_MP_STANDALONE -I"$root/include" -I"$root/src" \
      -I"$root/tests/unit" -c "$source" -o "$variant/$(basename "$source" .cpp).o"
  done
  ${CXX:-g++} --coverage "$variant"/*.o -o "$variant/unit_numeric"
  "$variant/unit_numeric" --minimal
done
gcovr --root "$root" --filter "$root/include/parindex/numeric/" --filter "$root/src/numeric/" \
  --exclude-throw-branches --fail-under-line 100 --print-summary .
