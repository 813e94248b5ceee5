#!/usr/bin/env bash
# Installs the library and builds a foreign program against it in three ways: find_package, pkg-config, add_subdirectory.
# The headers of Boost, GSL and nlohmann/json are replaced by files that do not compile: a consumer must not reach them.
#
# usage: consumers.sh SOURCE BUILD SCRATCH CXX
set -euo pipefail
source=$1 build=$2 scratch=$3 cxx=$4
here=$source/tests/package/consumer
rm -rf "$scratch"
mkdir -p "$scratch"

poison=$scratch/poison
for header in boost/multiprecision/cpp_int.hpp boost/version.hpp boost/config.hpp gsl/gsl gsl/assert gsl/narrow nlohmann/json.hpp \
              utf8proc.h; do
    mkdir -p "$poison/$(dirname "$header")"
    echo '#error "a consumer reached a private dependency"' >"$poison/$header"
done
expected='3,61 1/2 1'
expect() {
    local printed
    printed=$("$2")
    if [ "$printed" != "$expected" ]; then
        echo "$1: printed '$printed', expected '$expected'" >&2
        exit 1
    fi
    echo "$1: ok"
}

prefix=$scratch/prefix
cmake --install "$build" --prefix "$prefix" --component development >"$scratch/install.log"
cp "$here/main.cpp" "$here/CMakeLists.txt" "$scratch"

cmake -S "$scratch" -B "$scratch/installed" -G Ninja -DCMAKE_CXX_COMPILER="$cxx" -DCMAKE_PREFIX_PATH="$prefix" -DPOISON="$poison" \
      -DCMAKE_CXX_STANDARD=20 >"$scratch/installed.log"
cmake --build "$scratch/installed" >"$scratch/installed-build.log" || { cat "$scratch/installed-build.log" >&2; exit 1; }
expect find_package "$scratch/installed/consumer"

export PKG_CONFIG_PATH=$(dirname "$(find "$prefix" -name parindex_cxx.pc)")
flags=$(pkg-config --define-variable=prefix="$prefix" --cflags --libs parindex_cxx)
# shellcheck disable=SC2086  # flags are words
"$cxx" -std=c++20 -I"$poison" "$scratch/main.cpp" $flags -o "$scratch/by-pkg-config"
expect pkg-config "$scratch/by-pkg-config"

cmake -S "$scratch" -B "$scratch/subfolder" -G Ninja -DCMAKE_CXX_COMPILER="$cxx" -DPARINDEX_SOURCE="$source" -DPOISON="$poison" \
      >"$scratch/subfolder.log"
cmake --build "$scratch/subfolder" --target consumer >"$scratch/subfolder-build.log" || { cat "$scratch/subfolder-build.log" >&2; exit 1; }
expect add_subdirectory "$scratch/subfolder/consumer"
