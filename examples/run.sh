#!/usr/bin/env bash
# The main job: builds the report generator and writes the remediation plan of the Sơn La office from its marks. Without
# DATA_DIR it then scores the units of an invented criteria set and counts the answers of a survey about them.
#
# usage: examples/run.sh [DATA_DIR [OUT_DIR]]     defaults: the Sơn La data, out/son-la-2021 of this repository
set -euo pipefail
caller=$PWD
cd "$(dirname "$0")/.."
source cmake/debian-packages.sh

if [ "${1:-}" = --help ] || [ "${1:-}" = -h ]; then
    sed -n '2,5s/^# \{0,1\}//p' "$0"
    exit 0
fi
# Names that are given belong to the caller's folder, the defaults to this one.
from_caller() { (cd "$caller" && realpath -ms -- "$1"); }
data=examples/report_generator/data/son-la-2021
[ -z "${1:-}" ] || data=$(from_caller "$1")
out=out/$(basename "$data")
[ -z "${2:-}" ] || out=$(from_caller "$2")

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

# What is given is all that is wanted; by itself the script also shows what a set with rules and 20 units looks like.
if [ -z "${1:-}" ]; then
    echo "== scoring the units of an invented criteria set"
    illustration=examples/report_generator/data/illustration-2025
    build/release/examples/report_generator/parindex-report score "$illustration"

    echo "== counting the answers of its citizens"
    survey=$illustration/surveys/citizens
    build/release/examples/report_generator/parindex-report survey "$survey/questionnaire.json" "$survey/answers.csv" \
        --columns "$survey/columns.json" --formula F3 --by gioi_tinh,tuoi,khu_vuc --format md,html,csv --out out/survey-2025
fi
