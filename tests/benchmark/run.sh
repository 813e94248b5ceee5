#!/bin/sh
# Builds the benchmarks for speed, runs them and the peers in Python and Java, and prints one table of numbers and rules
# and one of the whole way from the files of many units to their indices.
#   tests/benchmark/run.sh [build folder [units]]
# `units` with 96 leaves each are scored by rules; 20000 of them unless it says more.
# Packages: libbenchmark-dev; openjdk-17-jdk-headless for the Java column. A missing JDK is said, not hidden.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
build=${1:-"$root/build/benchmark"}
units=${2:-20000}

cmake -S "$root" -B "$build" -G Ninja -DCMAKE_BUILD_TYPE=Release -DPARINDEX_DEVELOPER_MODE=ON \
  -DPARINDEX_BUILD_EXAMPLES=OFF -DPARINDEX_BUILD_BENCHMARKS=ON >/dev/null
cmake --build "$build" --target numeric_benchmark rules_benchmark model_benchmark >/dev/null
"$build/tests/benchmark/numeric_benchmark" --benchmark_repetitions=9 --benchmark_min_time=0.05 \
  --benchmark_enable_random_interleaving=true --benchmark_report_aggregates_only=true \
  --benchmark_out="$build/numeric.json" --benchmark_out_format=json >/dev/null
"$build/tests/benchmark/rules_benchmark" "$units" >"$build/rules.json"
python3 "$here/python_peers.py" >"$build/python.json"
if command -v javac >/dev/null; then
  javac -d "$build" "$here/JavaPeers.java"
  java -cp "$build" JavaPeers >"$build/java.json"
  python3 "$here/table.py" "$build/numeric.json" "$build/rules.json" "$build/python.json" "$build/java.json"
else
  echo "no JDK: the Java column is missing" >&2
  python3 "$here/table.py" "$build/numeric.json" "$build/rules.json" "$build/python.json"
fi
echo
"$build/tests/benchmark/model_benchmark"
