"""Remediation plans (kế hoạch khắc phục)."""

from dataclasses import asdict, dataclass
from typing import Callable, Self

from ._handle import Handle
from ._library import DraftStruct, ints_out, library, new, text_in, text_out, write_out
from .criteria_set import CriteriaSet
from .evaluation import Evaluation
from .numbers import Number, number_out
from .words import NONE, Covered, Language, Scope


@dataclass(frozen=True)
class Draft:
    """What is known of a plan before it is drafted; 0 and "" stay to be written."""
    number: int = 0
    issued_year: int = 0
    issued_month: int = 0
    issued_day: int = 0
    agency: str = ""
    parent_agency: str = ""
    issuer: str = ""
    symbol: str = ""
    place: str = ""
    title: str = ""
    subject: str = ""
    signatory_post: str = ""
    signatory_name: str = ""


class Coverage(Handle):
    """How much of what was lost a plan answers; `findings` are what is missing from the plan or odd about it."""
    _noun = "coverage"

    @property
    def complete(self) -> bool:
        return bool(library.parindex_coverage_complete(self))

    def points(self, which: Covered, scope: Scope = Scope.TOTAL, index: int = 0) -> Number:
        """`index` is that of the part, or of the node that is the field."""
        return number_out(text_out(library.parindex_coverage_points, self, scope, index, which))

    def uncovered(self) -> list[int]:
        """The leaves whose deductions no task answers."""
        return ints_out(library.parindex_coverage_uncovered, self)

    def json(self) -> str:
        return text_out(library.parindex_coverage_json, self)


class Plan(Handle):
    _noun = "plan"

    @classmethod
    def read(cls, criteria: CriteriaSet, json: str | bytes, file: str = "") -> Self:
        """Reads "parindex.plan/1" and checks it against the set. Raises Error."""
        return cls._read_by(library.parindex_plan_read, criteria, *text_in(json), *text_in(file))

    @classmethod
    def draft(cls, evaluation: Evaluation, known: Draft = Draft(), causes: Language | None = Language.VIETNAMESE) -> Self:
        """A shortfall and a task for every criterion that lost points; `causes` is the language of those that rules give,
        None leaves them to be written. Raises Error."""
        struct = new(DraftStruct)
        struct.causes_language = NONE if causes is None else causes
        for name, value in asdict(known).items():
            setattr(struct, name, value.encode() if isinstance(value, str) else value)
        return cls._made_by(library.parindex_plan_draft, evaluation, struct)

    def redraft(self, evaluation: Evaluation, causes: Language | None = Language.VIETNAMESE) -> "Plan":
        """A plan that also answers what this one does not yet. Raises Error."""
        return Plan._read_by(library.parindex_plan_redraft, self, evaluation, NONE if causes is None else causes)

    def merge(self, mine: "Plan", theirs: "Plan") -> "Plan":
        """Two edits of this one in one; `findings` of the result are the conflicts, in which `mine` was kept."""
        return Plan._read_by(library.parindex_plan_merge, self, mine, theirs)

    def cover(self, evaluation: Evaluation) -> Coverage:
        """Follows every deduction to its tasks. Raises Error where the plan contradicts the set."""
        return Coverage._read_by(library.parindex_plan_cover, self, evaluation)

    def json(self) -> str:
        return text_out(library.parindex_plan_json, self)

    def write(self, write: Callable[[bytes], object]) -> None:
        """Hands the pieces of json() to a function such as the `write` of a binary file."""
        write_out(library.parindex_plan_write, self, write=write)
