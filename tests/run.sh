#!/usr/bin/env bash
# Builds parindex and runs its tests. A missing tool is installed or is a failure; nothing is skipped.
#
# usage: tests/run.sh           light: g++, warnings as errors, all quick tests
#        tests/run.sh --full    what takes long: clang++, sanitizers, the long oracle runs, published test suites, the
#                               other languages, fuzzing, coverage, Windows; with sanitizers, the quick tests again
set -euo pipefail
cd "$(dirname "$0")/.."
source cmake/debian-packages.sh

full=false
case "${1:-}" in
    "") ;;
    --full) full=true ;;
    *) sed -n '2,6s/^# \{0,1\}//p' "$0"; exit 2 ;;
esac

step() { echo; echo "== $* ($(date +%T))"; }

# build_and_test PRESET [CONFIGURE_OPTION...] -- [CTEST_OPTION...]
build_and_test() {
    local preset=$1 options=() log
    shift
    while [ "$1" != -- ]; do options+=("$1"); shift; done
    shift
    step "$preset: building"
    mkdir -p build
    log=build/$preset-configure.log
    cmake --preset "$preset" "${options[@]}" >"$log" 2>&1 || { cat "$log" >&2; return 1; }
    cmake --build --preset "$preset" || return 1
    step "$preset: testing"
    ctest --preset "$preset" --parallel "$(nproc)" "$@"
}

require_packages "${build_packages[@]}" doctest-dev python3 python3-cffi binutils locales
if ! $full; then
    build_and_test gcc --
    exit 0
fi

require_packages clang libclang-rt-14-dev libpython3.11-testsuite python3-jsonschema gcovr g++-mingw-w64-x86-64-posix wine64 \
    doxygen abigail-tools dpkg-dev valgrind r-cran-survey

# The languages of examples/.
require_packages mono-mcs mono-runtime libmono-system-numerics4.0-cil
require_packages openjdk-17-jdk-headless libjna-java
require_packages php-cli php-bcmath ruby r-base-core luajit
command -v rustc >/dev/null || require_packages rustc
command -v fpc >/dev/null || require_packages fp-compiler
command -v go >/dev/null || require_packages golang-go
command -v node >/dev/null && command -v npm >/dev/null || require_packages nodejs npm
step "gcc: packages of Node"
mkdir -p build/gcc/node
cp examples/node/package.json examples/node/package-lock.json build/gcc/node
npm ci --prefix build/gcc/node --ignore-scripts --no-audit --no-fund
build_and_test gcc -DPARINDEX_FULL_TESTS=ON -- --label-regex '^full$'
# One build with clang serves three times: warnings as errors, the sanitizers, and the fuzzers.
# The locales have had their turn with g++.
build_and_test sanitize -DPARINDEX_BUILD_FUZZERS=ON -- --label-exclude locale
step "fuzzing, 40 s a target"
PARINDEX_FUZZ_BUILD=$PWD/build/sanitize tests/fuzz/run.sh 40
step "coverage of the numeric code"
tests/coverage.sh
step "Windows: numeric code under Wine"
tests/windows/run.sh
step "Windows: parindex.dll under Wine"
tests/windows/library.sh
step "all tests passed"
