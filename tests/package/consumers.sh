#!/usr/bin/env bash
# Builds foreign programs, one in C++ and one in C, against the libraries in every way: find_package and pkg-config, from
# an installation that was moved and from the unpacked Debian packages, and add_subdirectory.
# The headers of Boost, GSL and nlohmann/json are replaced by files that do not compile: a consumer must not reach them.
#
# usage: consumers.sh SOURCE BUILD SCRATCH CXX CC UNPACKED_PREFIX
set -euo pipefail
source=$1 build=$2 scratch=$3 cxx=$4 cc=$5 unpacked=$6
here=$source/tests/package
rm -rf "$scratch"
mkdir -p "$scratch"

poison=$scratch/poison
for header in boost/multiprecision/cpp_int.hpp boost/version.hpp boost/config.hpp gsl/gsl gsl/assert gsl/narrow nlohmann/json.hpp \
              utf8proc.h; do
    mkdir -p "$poison/$(dirname "$header")"
    echo '#error "a consumer reached a private dependency"' >"$poison/$header"
done
# expect NAME PROGRAM: what it prints.
expect() {
    local printed expected='3,61 1/2 1'
    [[ $(basename "$2") != c_consumer* ]] || expected='3.61 invalid_number 1'
    printed=$("$2")
    if [ "$printed" != "$expected" ]; then
        echo "$1: printed '$printed', expected '$expected'" >&2
        exit 1
    fi
    echo "$1: ok"
}

cp -r "$here/consumer" "$here/c_consumer" "$scratch"

# configure_and_build PROJECT NAME CMAKE_OPTION...
configure_and_build() {
    local project=$1 name=$2
    local log=$scratch/$name-$project.log
    shift 2
    cmake -S "$scratch/$project" -B "$scratch/$name/$project" -G Ninja -DCMAKE_CXX_COMPILER="$cxx" -DCMAKE_C_COMPILER="$cc" \
          --no-warn-unused-cli -DPOISON="$poison" "$@" >"$log" 2>&1 &&
        cmake --build "$scratch/$name/$project" >>"$log" 2>&1 || { cat "$log" >&2; exit 1; }
}

# build_against NAME PREFIX: both ways in which a program finds an installed tree, wherever it lies.
build_against() {
    local name=$1 prefix=$2 modules flags
    configure_and_build consumer "$name" -DCMAKE_PREFIX_PATH="$prefix" -DCMAKE_CXX_STANDARD=20
    configure_and_build c_consumer "$name" -DCMAKE_PREFIX_PATH="$prefix"
    configure_and_build c_consumer "$name-component" -DCMAKE_PREFIX_PATH="$prefix" -DCOMPONENTS=capi
    # Not some other parindex of this machine.
    grep -qx "parindex_DIR:PATH=$prefix/.*" "$scratch/$name/consumer/CMakeCache.txt"
    expect "$name, C++, find_package" "$scratch/$name/consumer/consumer"
    expect "$name, C, find_package" "$scratch/$name/c_consumer/c_consumer"
    expect "$name, C, find_package of the component" "$scratch/$name-component/c_consumer/c_consumer"

    modules=$(dirname "$(find "$prefix" -name parindex_cxx.pc)")
    flags=$(PKG_CONFIG_PATH=$modules pkg-config --cflags --libs parindex_cxx)
    # shellcheck disable=SC2086  # flags are words
    "$cxx" -std=c++20 -I"$poison" "$scratch/consumer/main.cpp" $flags -o "$scratch/$name/consumer-by-pkg-config"
    expect "$name, C++, pkg-config" "$scratch/$name/consumer-by-pkg-config"
    flags=$(PKG_CONFIG_PATH=$modules pkg-config --cflags --libs parindex)
    # shellcheck disable=SC2086
    "$cc" -std=c99 -pedantic -Wall -Wextra -Werror -I"$poison" "$scratch/c_consumer/main.c" $flags \
          -o "$scratch/$name/c_consumer-by-pkg-config"
    LD_LIBRARY_PATH=$(dirname "$modules") expect "$name, C, pkg-config" "$scratch/$name/c_consumer-by-pkg-config"
}

for component in development runtime; do
    cmake --install "$build" --prefix "$scratch/prefix" --component $component >"$scratch/install.log"
done
mv "$scratch/prefix" "$scratch/moved"
if (configure_and_build c_consumer refused -DCMAKE_PREFIX_PATH="$scratch/moved" -DCOMPONENTS=fortran) 2>/dev/null; then
    echo "a component that does not exist was found" >&2
    exit 1
fi
build_against installed "$scratch/moved"
build_against debian "$unpacked"

configure_and_build c_consumer subfolder -DPARINDEX_SOURCE="$source" -DCXX_CONSUMER="$scratch/consumer"
expect "C, add_subdirectory" "$scratch/subfolder/c_consumer/c_consumer"
expect "C++, add_subdirectory" "$scratch/subfolder/c_consumer/cxx_consumer/consumer"
