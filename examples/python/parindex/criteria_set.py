"""Criteria sets (bộ tiêu chí) and what rules read from outside a unit."""

from ctypes import byref, c_int32
from dataclasses import dataclass
from functools import cached_property
from typing import Callable, Self

from ._handle import Handle
from ._library import FactStruct, NodeStruct, call, call_with_findings, library, new, text_in, text_out, write_out
from .errors import Finding
from .numbers import Number, number_out
from .words import NONE, ChangeKind, FactKind, FactSource, NodeKind, Origin, PointKind, RuleKind, Text


@dataclass(frozen=True)
class Level:
    code: str
    label: str


@dataclass(frozen=True)
class Fact:
    """What a rule must be told."""
    name: str
    label: str
    kind: FactKind
    source: FactSource
    levels: tuple[Level, ...]


@dataclass(frozen=True)
class Node:
    """A field, group or criterion; node 0 is the whole set."""
    index: int
    code: str
    name: str
    kind: NodeKind
    point_kind: PointKind
    level: int  # 0 the set, 1 a field
    parent: int | None
    end: int  # one past the last node below it
    part: int | None
    maximum: Number | None  # None: known by its loss only
    maximum_origin: Origin
    assumption: str  # on what an inferred maximum rests
    rule: RuleKind
    facts: tuple[Fact, ...]


@dataclass(frozen=True)
class Part:
    index: int
    code: str
    name: str


@dataclass(frozen=True)
class Decision:
    number: str
    issuer: str
    date: str


@dataclass(frozen=True)
class Change:
    """What one set changes in another."""
    kind: ChangeKind
    criterion: str  # "": the whole set
    before: str
    after: str


class _Changes(Handle):
    _noun = "set_changes"


class CriteriaSet(Handle):
    _noun = "criteria_set"

    @classmethod
    def read(cls, json: str | bytes, file: str = "") -> Self:
        """Reads "parindex.criteria/1"; `file` is what findings call it. Raises Error."""
        return cls._read_by(library.parindex_criteria_set_read, *text_in(json), *text_in(file))

    @cached_property
    def nodes(self) -> tuple[Node, ...]:
        """In the order of the document."""
        return tuple(self._node(index) for index in range(library.parindex_criteria_set_node_count(self)))

    @property
    def fields(self) -> tuple[Node, ...]:
        return tuple(node for node in self.nodes if node.level == 1)

    @cached_property
    def parts(self) -> tuple[Part, ...]:
        part_text = library.parindex_criteria_set_part_text
        return tuple(Part(index, text_out(part_text, self, index, Text.CODE), text_out(part_text, self, index, Text.NAME))
                     for index in range(library.parindex_criteria_set_part_count(self)))

    @property
    def decision(self) -> Decision:
        """What issued the set."""
        return Decision(*(self._text(0, which) for which in (Text.DECISION_NUMBER, Text.DECISION_ISSUER, Text.DECISION_DATE)))

    @property
    def warnings(self) -> tuple[Finding, ...]:
        return call_with_findings(library.parindex_criteria_set_warnings, self)

    def find(self, code: str) -> Node:
        """Raises Error."""
        index = c_int32()
        call(library.parindex_criteria_set_find, self, *text_in(code), byref(index))
        return self.nodes[index.value]

    def json(self) -> str:
        return text_out(library.parindex_criteria_set_json, self)

    def write(self, write: Callable[[bytes], object]) -> None:
        """Hands the pieces of json() to a function such as the `write` of a binary file."""
        write_out(library.parindex_criteria_set_write, self, write=write)

    def compare(self, after: "CriteriaSet") -> tuple[Change, ...]:
        """What `after` changes in this one."""
        with _Changes._made_by(library.parindex_criteria_set_compare, self, after) as changes:
            return tuple(_change(changes, index) for index in range(library.parindex_set_changes_count(changes)))

    def _text(self, node: int, which: Text) -> str:
        return text_out(library.parindex_criteria_set_text, self, node, which)

    def _node(self, index: int) -> Node:
        known = new(NodeStruct)
        call(library.parindex_criteria_set_node, self, index, byref(known))
        maximum = text_out(library.parindex_criteria_set_maximum, self, index)
        return Node(
            index=index, code=self._text(index, Text.CODE), name=self._text(index, Text.NAME), kind=NodeKind(known.kind),
            point_kind=PointKind(known.point_kind), level=known.level, parent=_index(known.parent), end=known.end,
            part=_index(known.part), maximum=number_out(maximum) if known.states_maximum else None,
            maximum_origin=Origin(known.maximum_origin), assumption=self._text(index, Text.ASSUMPTION),
            rule=RuleKind(known.rule), facts=tuple(self._fact(index, fact) for fact in range(known.fact_count)))

    def _fact(self, node: int, fact: int) -> Fact:
        known = new(FactStruct)
        call(library.parindex_criteria_set_fact, self, node, fact, byref(known))

        def text(level: int, which: Text) -> str:
            return text_out(library.parindex_criteria_set_fact_text, self, node, fact, level, which)

        return Fact(text(NONE, Text.CODE), text(NONE, Text.NAME), FactKind(known.kind), FactSource(known.source),
                    tuple(Level(text(i, Text.CODE), text(i, Text.NAME)) for i in range(known.level_count)))


class Context(Handle):
    """Last year's values, the best of the peers: what rules read that no unit hands in."""
    _noun = "context"

    @classmethod
    def read(cls, criteria: CriteriaSet, json: str | bytes, file: str = "") -> Self:
        """Reads "parindex.context/1" and checks it against the set. Raises Error."""
        return cls._read_by(library.parindex_context_read, criteria, *text_in(json), *text_in(file))

    def json(self) -> str:
        return text_out(library.parindex_context_json, self)


def _index(value: int) -> int | None:
    return None if value == NONE else value


def _change(changes: _Changes, index: int) -> Change:
    kind = c_int32()
    call(library.parindex_set_changes_kind, changes, index, byref(kind))
    return Change(ChangeKind(kind.value), *(text_out(library.parindex_set_changes_text, changes, index, which)
                                            for which in (Text.CRITERION, Text.BEFORE, Text.AFTER)))
