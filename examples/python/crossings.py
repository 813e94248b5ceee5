"""How many calls a second of processor time reach the library.

usage: crossings.py DATA_FOLDER"""

import sys
import time
from array import array
from pathlib import Path
from typing import Callable

from parindex import Assessment, Column, CriteriaSet, NodeKind, score_batch

UNIT_COUNT = 150


def measure(what: str, size: int, call: Callable[[], object]) -> None:
    times, seconds = 1, 0.0
    while seconds < 0.5:
        times *= 2
        start = time.process_time()
        for _ in range(times):
            call()
        seconds = time.process_time() - start
    print(what, round(times * size / seconds))


folder = Path(sys.argv[1])
with (CriteriaSet.read((folder / "criteria.json").read_bytes()) as criteria,
      Assessment.read(criteria, (folder / "assessment.json").read_bytes()) as assessment,
      assessment.evaluate() as evaluation):
    columns = [Column(node.index, array("q", ((unit + node.index) % 101 for unit in range(UNIT_COUNT))), scale=2)
               for node in criteria.nodes if node.kind == NodeKind.LEAF]
    measure("points", 1, evaluation.points)
    measure("single", 1, lambda: assessment.evaluate().close())
    measure("batch", UNIT_COUNT, lambda: score_batch(criteria, 2025, columns, by_node=False))
