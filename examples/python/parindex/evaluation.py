"""Evaluations (kết quả tính điểm): the points of one unit, and how they came about."""

from ctypes import byref, c_int32
from dataclasses import dataclass
from decimal import Decimal
from typing import Callable, Iterable, Mapping

from ._handle import Handle
from ._library import (LedgerEntryStruct, StoredScoreStruct, call, call_with_findings, ints_out, library, new, text_out,
                       write_out)
from .errors import Finding
from .numbers import Number, decimal_in, number_out
from .words import NONE, Language, LedgerKind, Nodes, Origin, Points, Round, SelfPoints


@dataclass(frozen=True)
class LedgerEntry:
    """One reason why the points of a node are not the maximum that the set gives it."""
    node: int
    kind: LedgerKind
    origin: Origin
    is_deduction: bool
    amount: Number  # above zero where points are taken away


class Evaluation(Handle):
    """Made by Assessment.evaluate(). Nodes and parts are given by their indices."""
    _noun = "evaluation"

    @property
    def complete(self) -> bool:
        return bool(library.parindex_evaluation_complete(self))

    def points(self, node: int = 0, which: Points = Points.SCORE) -> Number:
        return number_out(text_out(library.parindex_evaluation_points, self, node, which))

    def part_points(self, part: int, which: Points = Points.SCORE) -> Number:
        return number_out(text_out(library.parindex_evaluation_part_points, self, part, which))

    def self_points(self, which: SelfPoints) -> Number:
        """The unit's own scores (điểm tự chấm) beside those that count."""
        return number_out(text_out(library.parindex_evaluation_self_points, self, which))

    def percent(self, parts: Iterable[int] | None = None) -> Number:
        """The PAR INDEX, over all parts or some. Raises Error while it is open."""
        array = None
        if parts is not None:
            indices = tuple(parts)
            array = (c_int32 * len(indices))(*indices)
        return number_out(text_out(library.parindex_evaluation_percent, self, array, len(array or ())))

    def round(self, node: int) -> Round | None:
        """Whose mark counts for a leaf."""
        out = c_int32()
        call(library.parindex_evaluation_round, self, node, byref(out))
        return None if out.value == NONE else Round(out.value)

    def origin(self, node: int) -> Origin:
        """Whether the score of a node can be had from printed figures alone."""
        out = c_int32()
        call(library.parindex_evaluation_origin, self, node, byref(out))
        return Origin(out.value)

    def nodes(self, which: Nodes) -> list[int]:
        return ints_out(library.parindex_evaluation_nodes, self, which)

    def missing_facts(self, node: int) -> list[int]:
        """Indices of the facts of its rule that keep the points of a leaf open."""
        return ints_out(library.parindex_evaluation_missing_facts, self, node)

    def ledger(self, node: int = 0) -> list[LedgerEntry]:
        """The amounts add up to exactly the maximum less the highest points."""
        return [self._entry(node, i) for i in range(library.parindex_evaluation_ledger_count(self, node))]

    def explain(self, node: int, language: Language = Language.VIETNAMESE) -> str:
        """How a node came to its points, in one sentence."""
        return text_out(library.parindex_evaluation_explain, self, node, language)

    def score_json(self) -> str:
        return text_out(library.parindex_evaluation_score_json, self)

    def explanation_json(self, node: int = 0) -> str:
        return text_out(library.parindex_evaluation_explanation_json, self, node)

    def write_explanation(self, write: Callable[[bytes], object], node: int = 0) -> None:
        """Hands the pieces of explanation_json() to a function such as the `write` of a binary file."""
        write_out(library.parindex_evaluation_write_explanation, self, node, write=write)

    def compare_stored(self, stored: Mapping[int, Decimal | int | str]) -> tuple[Finding, ...]:
        """A warning, with its likely cause, for each score by node that another program stored and that is not exact."""
        array = (StoredScoreStruct * len(stored))(*((node, 0, decimal_in(score)) for node, score in stored.items()))
        return call_with_findings(library.parindex_evaluation_compare_stored, self, array, len(array))

    def _entry(self, node: int, index: int) -> LedgerEntry:
        entry = new(LedgerEntryStruct)
        call(library.parindex_evaluation_ledger_entry, self, node, index, byref(entry))
        amount = number_out(text_out(library.parindex_evaluation_ledger_amount, self, node, index))
        return LedgerEntry(entry.node, LedgerKind(entry.kind), Origin(entry.origin), bool(entry.is_deduction), amount)
