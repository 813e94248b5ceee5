#!/usr/bin/env bash
# Builds a foreign program against the library in every way: find_package and pkg-config, from an installation and from
# the unpacked Debian package, and add_subdirectory.
# The headers of Boost, GSL and nlohmann/json are replaced by files that do not compile: a consumer must not reach them.
#
# usage: consumers.sh SOURCE BUILD SCRATCH CXX UNPACKED_PREFIX
set -euo pipefail
source=$1 build=$2 scratch=$3 cxx=$4 unpacked=$5
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

cp "$here/main.cpp" "$here/CMakeLists.txt" "$scratch"

# configure_and_build NAME CMAKE_OPTION...
configure_and_build() {
    local name=$1
    shift
    cmake -S "$scratch" -B "$scratch/$name" -G Ninja -DCMAKE_CXX_COMPILER="$cxx" -DPOISON="$poison" "$@" \
          >"$scratch/$name.log" 2>&1 || { cat "$scratch/$name.log" >&2; exit 1; }
    cmake --build "$scratch/$name" --target consumer >"$scratch/$name-build.log" || { cat "$scratch/$name-build.log" >&2; exit 1; }
}

# build_against NAME PREFIX: both ways in which a program finds an installed tree, wherever it lies.
build_against() {
    local name=$1 prefix=$2 flags
    configure_and_build "$name" -DCMAKE_PREFIX_PATH="$prefix" -DCMAKE_CXX_STANDARD=20
    # Not some other parindex of this machine.
    grep -qx "parindex_DIR:PATH=$prefix/.*" "$scratch/$name/CMakeCache.txt"
    expect "$name, find_package" "$scratch/$name/consumer"
    flags=$(PKG_CONFIG_PATH=$(dirname "$(find "$prefix" -name parindex_cxx.pc)") pkg-config --cflags --libs parindex_cxx)
    # shellcheck disable=SC2086  # flags are words
    "$cxx" -std=c++20 -I"$poison" "$scratch/main.cpp" $flags -o "$scratch/$name-by-pkg-config"
    expect "$name, pkg-config" "$scratch/$name-by-pkg-config"
}

cmake --install "$build" --prefix "$scratch/prefix" --component development >"$scratch/install.log"
build_against installed "$scratch/prefix"
build_against debian "$unpacked"

configure_and_build subfolder -DPARINDEX_SOURCE="$source"
expect add_subdirectory "$scratch/subfolder/consumer"
