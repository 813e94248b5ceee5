#!/usr/bin/env python3
"""One table from the measurements: nanoseconds a number, and how many times parindex that is.

    table.py GOOGLE_BENCHMARK_JSON [OTHER_JSON ...]
"""
import json
import sys

# What the ratio is taken against, by operation.
OURS = {"ratio sum": "parindex, collected", "score a leaf": "parindex::evaluate"}
# What a program computed rather than how long it took: all must have computed the same.
RESULTS = ["score of 20 units"]


def measurements(paths):
    out = {}
    results = {}
    with open(paths[0], encoding="utf-8") as file:
        for one in json.load(file)["benchmarks"]:
            if one.get("aggregate_name", "median") == "median":
                name = one["name"].removesuffix("_median")
                out[name] = (1e9 / one["items_per_second"], one.get("bytes_per_second"))
    for path in paths[1:]:
        with open(path, encoding="utf-8") as file:
            for name, value in json.load(file).items():
                if name not in RESULTS:
                    out[name] = (value, None)
                elif abs(results.setdefault(name, value) - value) > 1e-6:
                    sys.exit(f"{path}: {name} is {value}, elsewhere {results[name]}")
    return out


def main():
    values = measurements(sys.argv[1:])
    operations = {}
    for name, value in values.items():
        operation, contestant = name.split("/", 1)
        operations.setdefault(operation, {})[contestant] = value
    print(f"{'operation':16} {'contestant':38} {'ns each':>10} {'x parindex':>11}")
    for operation, contestants in operations.items():
        ours = contestants[OURS.get(operation, "parindex::decimal")][0]
        for contestant, (nanoseconds, bandwidth) in contestants.items():
            speed = f"  {bandwidth / 1e9:.1f} GB/s" if bandwidth else ""
            print(f"{operation:16} {contestant:38} {nanoseconds:10.2f} {nanoseconds / ours:11.2f}{speed}")
    print()

    def ns(name):
        return values[name][0]

    def rate(name):
        return values[name][1]

    aims = [
        ("decimal add of one scale / checked int64 (aim: at most 2)",
         ns("add same scale/parindex::decimal") / ns("add same scale/checked int64")),
        ("million parses a second (aim: at least 100)", 1e3 / ns("parse/parindex::decimal")),
        ("column sum / memory bandwidth, percent (aim: at least 80)",
         100 * rate("column sum/parindex::decimal") / rate("column sum/memory bandwidth")),
        ("cpp_rational / ratio sum by collected denominators (aim: at least 50)",
         ns("ratio sum/cpp_rational") / ns("ratio sum/parindex, collected")),
    ]
    if "score a leaf/parindex::evaluate" in values:
        aims += [
            ("million leaves a second from facts to the ledger", 1e3 / ns("score a leaf/parindex::evaluate")),
            ("million leaves a second, the rules alone", 1e3 / ns("score a leaf/parindex::points_of")),
            ("million leaves a second in Python decimal, by hand", 1e3 / ns("score a leaf/Python decimal by hand")),
        ]
    if "parse/Python decimal" in values:
        aims.insert(2, ("Python / parse (aim: at least 30)", ns("parse/Python decimal") / ns("parse/parindex::decimal")))
    for text, value in aims:
        print(f"{value:8.1f}  {text}")


if __name__ == "__main__":
    main()
