#!/usr/bin/env bash
# Builds the library, its C interface and threads_test.cpp with clang's thread sanitizer, and runs it.
#
# usage: threads.sh SOURCE_DIR BUILD_DIR
set -euo pipefail
source_dir=$1 build_dir=$2

cmake -S "$source_dir" -B "$build_dir" -G Ninja -DCMAKE_CXX_COMPILER=clang++ -DCMAKE_C_COMPILER=clang \
    -DCMAKE_BUILD_TYPE=Debug "-DCMAKE_CXX_FLAGS_DEBUG=-O0 -g1" -DPARINDEX_DEVELOPER_MODE=ON \
    -DPARINDEX_BUILD_EXAMPLES=OFF -DPARINDEX_SANITIZE=thread \
    -DPARINDEX_PRECOMPILED_HEADERS=ON >"$build_dir.log" 2>&1 || { cat "$build_dir.log"; exit 1; }
cmake --build "$build_dir" --target capi_threads
TSAN_OPTIONS=halt_on_error=1 "$build_dir/tests/capi/capi_threads"
