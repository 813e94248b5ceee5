"""Many units in one call."""

import ctypes
from array import array
from ctypes import byref, c_char_p, c_int32, c_int64, c_uint8
from dataclasses import dataclass
from decimal import Decimal
from typing import Sequence

from ._library import BatchResultStruct, BatchStruct, ColumnStruct, call_with_findings, library, new
from .criteria_set import Context, CriteriaSet
from .errors import Finding
from .numbers import decimal_out
from .words import NONE, Round, Rounding


@dataclass(frozen=True)
class Column:
    """The scores of a leaf, or the values of one of its facts, unit by unit: integers of which 10^scale make one."""
    node: int
    cells: Sequence[int]  # an array("q") is used as it is, anything else is copied
    scale: int = 0
    fact: int | None = None  # None: the cells are scores; COLUMN_MARKED: they say nothing but that there is a mark
    round: Round = Round.APPRAISAL
    present: Sequence[int] | None = None  # 0 where a cell says nothing; None: all say something


@dataclass(frozen=True)
class BatchResult:
    """Arrays by unit; those of points hold points * 10^places. A unit whose status is not 0 has zeros."""
    places: int
    node_count: int
    part_count: int
    statuses: array
    nodes: array  # the leaf of that error, or -1
    totals: array
    unmarked: array
    parts: array  # unit * part_count + part
    points: array  # unit * node_count + node
    exact: array
    findings: tuple[Finding, ...]

    def total(self, unit: int) -> Decimal:
        return decimal_out(self.totals[unit], self.places)

    def score(self, unit: int, node: int) -> Decimal:
        return decimal_out(self.points[unit * self.node_count + node], self.places)


def score_batch(criteria: CriteriaSet, year: int, columns: Sequence[Column], *, units: Sequence[str] | None = None, group: str = "",
                context: Context | None = None, places: int = 2, rounding: Rounding = Rounding.HALF_UP,
                by_node: bool = True) -> BatchResult:
    """Scores one unit for each row of the columns. A bad cell fails its unit alone. Raises Error where the table itself is
    wrong, ValueError for columns of different lengths. Without `by_node`, `points` stays empty, which is quicker."""
    counts = {len(each) for column in columns for each in (column.cells, column.present) if each is not None}
    counts |= {len(units)} if units is not None else {0} if not columns else counts
    if len(counts) != 1:
        raise ValueError("columns of different lengths")
    (count,) = counts
    node_count, part_count = len(criteria.nodes), len(criteria.parts)
    batch = new(BatchStruct)
    batch.year, batch.unit_count, batch.column_count = year, count, len(columns)
    batch.columns = (ColumnStruct * len(columns))(*map(_column_in, columns))
    batch.units = None if units is None else (c_char_p * count)(*(code.encode() for code in units))
    batch.unit_group = group.encode() or None
    out = {"statuses": _zeros("i", count), "nodes": _zeros("i", count), "totals": _zeros("q", count),
           "unmarked": _zeros("i", count), "parts": _zeros("q", count * part_count),
           "points": _zeros("q", count * node_count if by_node else 0), "exact": _zeros("B", count)}
    result = new(BatchResultStruct)
    result.places, result.rounding = places, rounding
    for name, values in out.items():
        if by_node or name != "points":
            setattr(result, name, _pointed_at(values))
    findings = call_with_findings(library.parindex_batch_score, criteria, context, batch, result)
    return BatchResult(places, node_count, part_count, findings=findings, **out)


_TYPES = {"i": c_int32, "q": c_int64, "B": c_uint8}


def _zeros(kind: str, count: int) -> array:
    return array(kind, bytes(count * array(kind).itemsize))


def _pointed_at(values: array):
    """A ctypes array on the memory of `values`, which it keeps."""
    return (_TYPES[values.typecode] * len(values)).from_buffer(values)


def _cells_in(kind: str, values: Sequence[int]):
    return _pointed_at(values if isinstance(values, array) and values.typecode == kind else array(kind, values))


def _column_in(column: Column) -> ColumnStruct:
    fact = NONE if column.fact is None else column.fact
    out = ColumnStruct(node=column.node, fact=fact, round=column.round, scale=column.scale)
    out.cells = _cells_in("q", column.cells)
    out.present = None if column.present is None else _cells_in("B", column.present)
    return out
