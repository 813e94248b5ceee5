#!/bin/sh
# Compiles the numeric layer and its unit tests for Windows with MinGW and runs them under Wine, twice: with the
# compiler's 128-bit integer, and with plain C++ in its place as for compilers that have none.
#   tests/windows/run.sh [work folder]
# Packages: g++-mingw-w64-x86-64-posix wine64 libboost1.81-dev doctest-dev
set -eu
root=$(cd "$(dirname "$0")/../.." && pwd)
work=${1:-"$root/build/windows"}
compiler=${MINGW_CXX:-x86_64-w64-mingw32-g++-posix}
wine=${WINE:-$(command -v wine64 || echo /usr/lib/wine/wine64)}

command -v "$compiler" >/dev/null || { echo "windows: $compiler is missing" >&2; exit 1; }
[ -x "$wine" ] || { echo "windows: wine64 is missing" >&2; exit 1; }

# The system's headers must not reach a cross compiler; only these two libraries, which are headers alone, may.
mkdir -p "$work/libraries" "$work/native" "$work/portable"
for library in boost doctest; do
  [ -d "/usr/include/$library" ] || { echo "windows: /usr/include/$library is missing" >&2; exit 1; }
  ln -sfn "/usr/include/$library" "$work/libraries/$library"
done

export WINEPREFIX="$work/wine" WINEDEBUG=-all
for variant in native portable; do
  define=""
  [ "$variant" = native ] || define=-DPARINDEX_PORTABLE_WIDE
  for source in "$root"/src/numeric/*.cpp "$root"/tests/unit/main.cpp "$root"/tests/unit/numeric/*.cpp; do
    "$compiler" -std=c++20 -O1 -Wall -Wextra -Wpedantic -Wconversion -Wsign-conversion -Wshadow -Wold-style-cast -Werror \
      $define -DBOOST_MP_STANDALONE -I"$root/include" -I"$root/src" -I"$root/tests/unit" -isystem "$work/libraries" \
      -c "$source" -o "$work/$variant/$(basename "$source" .cpp).o"
  done
  "$compiler" -static "$work/$variant"/*.o -o "$work/$variant/unit_numeric.exe"
  "$wine" "$work/$variant/unit_numeric.exe" >"$work/$variant/report.txt" 2>&1 || {
    cat "$work/$variant/report.txt"
    echo "windows: the unit tests ($variant) failed" >&2
    exit 1
  }
  # A program that Wine could not start at all must not pass for a success.
  grep -q 'Status: SUCCESS' "$work/$variant/report.txt" || {
    cat "$work/$variant/report.txt"
    echo "windows: the unit tests ($variant) did not report" >&2
    exit 1
  }
  grep 'test cases' "$work/$variant/report.txt" | tr -d '\r' | sed "s/.*test cases:/windows, $variant:/"
done
