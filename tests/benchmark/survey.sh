#!/bin/sh
# Answers a second, in one thread each: parindex, DuckDB and Python on the same data in the same run; medians of three
# runs that take turns (Python: one run). Every program must come to the same counts.
#   tests/benchmark/survey.sh [build folder [rows of the CSV file]]
# Packages: nodejs and npm for DuckDB, which is fetched once into the build folder.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
build=${1:-"$root/build/benchmark"}
rows=${2:-10000000}

cmake -S "$root" -B "$build" -G Ninja -DCMAKE_BUILD_TYPE=Release -DPARINDEX_DEVELOPER_MODE=ON \
  -DPARINDEX_BUILD_EXAMPLES=OFF -DPARINDEX_BUILD_BENCHMARKS=ON >/dev/null
cmake --build "$build" --target survey_benchmark >/dev/null
program=$build/tests/benchmark/survey_benchmark
mkdir -p "$build/duckdb"
cp "$here/survey_peers.js" "$build/duckdb"
(cd "$build/duckdb" && { [ -d node_modules/@duckdb/node-api ] || npm install --no-audit --no-fund @duckdb/node-api >/dev/null; })
"$program" write "$build/answers.csv" "$rows"
: >"$build/survey.jsonl"
# record NAME COMMAND...
record() {
  name=$1
  shift
  "$@" | sed "s/^{/{\"peer\": \"$name\", /" >>"$build/survey.jsonl"
}
for run in 1 2 3; do
  record parindex "$program" memory 1666667
  record parindex "$program" csv "$build/answers.csv"
  record DuckDB node "$build/duckdb/survey_peers.js" "$build/answers.csv"
done
record Python python3 "$here/survey_peers.py" "$build/answers.csv"
rm "$build/answers.csv"
python3 - "$build/survey.jsonl" <<'PYTHON'
import json
import statistics
import sys

runs = [json.loads(line) for line in open(sys.argv[1], encoding="utf-8")]
print(f"{'':10}{'':10}{'answers/s':>14}{'by processor':>14}{'parindex is':>14}")
for what in ("memory", "csv"):
    here = [run for run in runs if run["what"] == what]
    if what == "csv" and len({run["digest"] for run in here}) != 1:
        sys.exit("the counts differ")

    def median(peer, key):
        return statistics.median(run["answers"] / run[key] for run in here if run["peer"] == peer)

    for peer in dict.fromkeys(run["peer"] for run in here):
        wall, processor = median(peer, "wall"), median(peer, "processor")
        ratio = median("parindex", "wall") / wall
        print(f"{what:10}{peer:10}{wall / 1e6:12.1f} M{processor / 1e6:12.1f} M{ratio:12.1f} x")
PYTHON
