#!/usr/bin/env bash
# Writes what the ABI gate compares with: parindex.abi, layout.txt and layout_32_bit.txt beside this script. A change that
# breaks programs is refused unless --incompatible says that it is meant (CONTRIBUTING, Adding to the C interface).
#
# usage: capi/abi/renew.sh [--incompatible]
set -euo pipefail
cd "$(dirname "$0")/../.."
source cmake/debian-packages.sh
require_packages "${build_packages[@]}" doctest-dev python3 python3-cffi binutils abigail-tools
cmake --preset gcc >/dev/null
cmake --build --preset gcc --target parindex_capi
CC=gcc /usr/bin/python3 tests/capi/abi/gate.py . build/gcc/capi/libparindex.so --renew "$@"
