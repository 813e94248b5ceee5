#!/usr/bin/env bash
# The main job: builds the report generator and writes the remediation plan of the Sơn La office from its marks.
#
# usage: examples/run.sh [DATA_DIR [OUT_DIR]]     defaults: the Sơn La data, out/son-la-2021
set -euo pipefail
cd "$(dirname "$0")/.."
source cmake/debian-packages.sh

if [ "${1:-}" = --help ] || [ "${1:-}" = -h ]; then
    sed -n '2,4s/^# \{0,1\}//p' "$0"
    exit 0
fi
data=${1:-examples/report_generator/data/son-la-2021}
out=${2:-out/$(basename "$data")}

require_packages "${build_packages[@]}"

if [ ! -f build/release/build.ninja ]; then
    echo "== configuring"
    cmake --preset release >build-release.log 2>&1 || { cat build-release.log >&2; rm -f build-release.log; exit 3; }
    rm -f build-release.log
fi
echo "== building"
cmake --build --preset release --target parindex-report

echo "== writing the plan"
build/release/examples/report_generator/parindex-report plan "$data" --out "$out"
