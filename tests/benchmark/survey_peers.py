#!/usr/bin/env python3
"""Counts the answers of a CSV file as somebody would in Python, with its csv module, which is C.

usage: survey_peers.py FILE     prints JSON as survey_benchmark does
"""

import csv
import json
import sys
import time

with open(sys.argv[1], newline="", encoding="utf-8") as file:
    processor, wall = time.process_time(), time.perf_counter()
    counts = {}
    rows = 0
    reader = csv.reader(file)
    questions = len(next(reader)) - 1
    for row in reader:
        rows += 1
        of_unit = counts.get(row[0])
        if of_unit is None:
            of_unit = counts[row[0]] = [dict() for _ in range(questions)]
        for tally, answer in zip(of_unit, row[1:]):
            tally[answer] = tally.get(answer, 0) + 1
    processor, wall = time.process_time() - processor, time.perf_counter() - wall

digest = sum(count * (int(unit[1:]) - 9) * (at + 1) * int(answer)
             for unit, tallies in counts.items()
             for at, tally in enumerate(tallies)
             for answer, count in tally.items() if answer)
print(json.dumps({"what": "csv", "answers": rows * questions, "processor": round(processor, 4), "wall": round(wall, 4),
                  "digest": digest}))
