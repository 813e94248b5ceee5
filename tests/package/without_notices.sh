#!/usr/bin/env bash
# A licence text that is missing stops the build; going without the notices is possible, but is said and packs nothing.
#
# usage: without_notices.sh SOURCE SCRATCH CXX
set -euo pipefail
source=$1 scratch=$2 cxx=$3
rm -rf "$scratch"
mkdir -p "$scratch/no-texts"

configure() {
    local name=$1
    shift
    cmake -S "$source" -B "$scratch/$name" -G Ninja -DCMAKE_CXX_COMPILER="$cxx" -DPARINDEX_COPYRIGHT_DIR="$scratch/no-texts" "$@" \
          >"$scratch/$name.log" 2>&1
}
# said NAME TEXT: CMake breaks long lines.
said() {
    tr -s '\n ' '  ' <"$scratch/$1.log" | grep -qF "$2" || { cat "$scratch/$1.log" >&2; echo "not said: $2" >&2; exit 1; }
}

if configure required -DPARINDEX_NOTICES=ON; then
    echo "a build without licence texts was configured" >&2
    exit 1
fi
said required 'the licence text of Boost'
said required 'PARINDEX_NOTICES=OFF'

configure off -DPARINDEX_NOTICES=OFF || { cat "$scratch/off.log" >&2; exit 1; }
said off 'the notices of third parties are not written'
test -f "$scratch/off/parindex.spdx.json"
test ! -e "$scratch/off/libparindex-dev/copyright"
test ! -e "$scratch/off/CPackConfig.cmake"
echo "missing licence texts: refused, or left out when told so"
