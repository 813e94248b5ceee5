"""Assessments (kết quả chấm điểm): the marks of units."""

from decimal import Decimal
from typing import Iterator, Self

from ._handle import Handle
from ._library import call, call_with_findings, library, text_in, text_out
from .criteria_set import Context, CriteriaSet
from .errors import Finding
from .evaluation import Evaluation
from .numbers import decimal_in
from .words import Round, Text


class Assessment(Handle):
    """The marks of one unit for one year."""
    _noun = "assessment"

    @classmethod
    def read(cls, criteria: CriteriaSet, json: str | bytes, file: str = "", context: Context | None = None) -> Self:
        """Reads "parindex.assessment/1" and checks it against the set. Raises Error."""
        return cls._read_by(library.parindex_assessment_read, criteria, context, *text_in(json), *text_in(file))

    @classmethod
    def create(cls, criteria: CriteriaSet, unit: str, year: int, name: str = "", group: str = "") -> Self:
        """Without marks. Raises Error."""
        return cls._made_by(library.parindex_assessment_create, criteria, *text_in(unit), *text_in(name), *text_in(group), year)

    def set_score(self, criterion: str, score: Decimal | int | str, scoring_round: Round = Round.APPRAISAL) -> None:
        """Raises Error, like all that follow. Bounds are checked by check() and evaluate()."""
        call(library.parindex_assessment_set_score, self, *text_in(criterion), scoring_round, decimal_in(score))

    def set_loss(self, criterion: str, loss: Decimal | int | str, scoring_round: Round = Round.APPRAISAL) -> None:
        call(library.parindex_assessment_set_loss, self, *text_in(criterion), scoring_round, decimal_in(loss))

    def set_fact(self, criterion: str, fact: str, value: Decimal | int | str | bool, scoring_round: Round = Round.APPRAISAL) -> None:
        """A date is text, "2022-01-20", a level its code."""
        if isinstance(value, bool):
            value = "yes" if value else "no"
        text = format(value, "f") if isinstance(value, Decimal) else str(value)
        call(library.parindex_assessment_set_fact, self, *text_in(criterion), scoring_round, *text_in(fact), *text_in(text))

    def set_not_applicable(self, criterion: str, reason: str, scoring_round: Round = Round.APPRAISAL) -> None:
        call(library.parindex_assessment_set_not_applicable, self, *text_in(criterion), scoring_round, *text_in(reason))

    def set_explanation(self, criterion: str, explanation: str, scoring_round: Round = Round.APPRAISAL) -> None:
        call(library.parindex_assessment_set_explanation, self, *text_in(criterion), scoring_round, *text_in(explanation))

    def add_evidence(self, criterion: str, document: str, place: str = "", scoring_round: Round = Round.APPRAISAL) -> None:
        call(library.parindex_assessment_add_evidence, self, *text_in(criterion), scoring_round, *text_in(document), *text_in(place))

    def clear(self, criterion: str, scoring_round: Round = Round.APPRAISAL) -> None:
        call(library.parindex_assessment_clear, self, *text_in(criterion), scoring_round)

    def check(self, context: Context | None = None) -> tuple[Finding, ...]:
        """Warnings about the marks. Raises Error where they contradict the set."""
        return call_with_findings(library.parindex_assessment_check, self, context)

    def evaluate(self, context: Context | None = None) -> Evaluation:
        """Scores the unit; `findings` of the result are what a person should know. Raises Error."""
        return Evaluation._read_by(library.parindex_evaluate, self, context)

    @property
    def unit_code(self) -> str:
        return text_out(library.parindex_assessment_unit, self, Text.CODE)

    @property
    def unit_name(self) -> str:
        return text_out(library.parindex_assessment_unit, self, Text.NAME)

    @property
    def year(self) -> int:
        return library.parindex_assessment_year(self)

    def json(self) -> str:
        return text_out(library.parindex_assessment_json, self)


class AssessmentList(Handle):
    """The units of one file. One bad unit never spoils the others: asking for its marks raises Error."""
    _noun = "assessment_list"

    @classmethod
    def read(cls, criteria: CriteriaSet, json: str | bytes, file: str = "", context: Context | None = None) -> Self:
        """Reads "parindex.assessments/1". Raises Error."""
        return cls._read_by(library.parindex_assessment_list_read, criteria, context, *text_in(json), *text_in(file))

    @classmethod
    def read_csv(cls, criteria: CriteriaSet, csv: str | bytes, file: str = "", year: int | None = None,
                 scoring_round: Round = Round.APPRAISAL, context: Context | None = None) -> Self:
        """Reads facts. Without a year every row names its own. Raises Error."""
        return cls._read_by(library.parindex_assessment_list_read_csv, criteria, context, *text_in(csv), *text_in(file), year or 0,
                            scoring_round)

    def __len__(self) -> int:
        return library.parindex_assessment_list_count(self)

    def __getitem__(self, index: int) -> Assessment:
        """Raises Error with all that is wrong with this unit."""
        if not 0 <= index < len(self):
            raise IndexError(index)
        return Assessment._read_by(library.parindex_assessment_list_get, self, index)

    def units(self) -> Iterator[tuple[str, str]]:
        """Codes and names, also of units that could not be read."""
        unit = library.parindex_assessment_list_unit
        for index in range(len(self)):
            yield text_out(unit, self, index, Text.CODE), text_out(unit, self, index, Text.NAME)
