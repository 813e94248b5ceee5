"""Satisfaction indices (chỉ số hài lòng, SIPAS) and the points that they earn."""

from ctypes import byref, c_int32
from dataclasses import dataclass
from decimal import Decimal

from ._handle import Handle
from ._library import DecimalStruct, PointsMethodStruct, call, library, new, text_in, text_out
from .numbers import Number, decimal_in, decimal_out, number_out
from .words import NONE, IndexNumber, Rounding, Text


@dataclass(frozen=True)
class Term:
    """What an index is the mean of: a question, a factor or a unit."""
    code: str
    numerator: Number
    denominator: Number  # 0 where nobody answered
    weight: Number


class SatisfactionIndex(Handle):
    """An exact index with the way to it; Tally.index() makes it."""
    _noun = "satisfaction_index"

    def _number(self, which: IndexNumber, term: int = NONE) -> Number:
        return number_out(text_out(library.parindex_satisfaction_index_number, self, term, which))

    def _text(self, which: Text) -> str:
        return text_out(library.parindex_satisfaction_index_text, self, which)

    @property
    def value(self) -> Number:
        """A share; for F7 a mean level. Raises Error where nobody answered."""
        return self._number(IndexNumber.VALUE)

    @property
    def percent(self) -> Number:
        return self._number(IndexNumber.PERCENT)

    @property
    def numerator(self) -> Number:
        return self._number(IndexNumber.NUMERATOR)

    @property
    def denominator(self) -> Number:
        return self._number(IndexNumber.DENOMINATOR)

    @property
    def formula(self) -> str:
        return self._text(Text.FORMULA)

    @property
    def aggregation(self) -> str:
        return self._text(Text.AGGREGATION)

    @property
    def scope(self) -> str:
        return self._text(Text.SCOPE)

    @property
    def questionnaire(self) -> str:
        """Its code."""
        return self._text(Text.CODE)

    @property
    def method(self) -> str:
        """Of the survey."""
        return self._text(Text.METHOD)

    @property
    def unit_count(self) -> int:
        return library.parindex_satisfaction_index_unit_count(self)

    @property
    def terms(self) -> list[Term]:
        """None where the formula divides counts."""
        return [Term(text_out(library.parindex_satisfaction_index_term_code, self, term),
                     *(self._number(which, term) for which in (IndexNumber.NUMERATOR, IndexNumber.DENOMINATOR, IndexNumber.WEIGHT)))
                for term in range(library.parindex_satisfaction_index_term_count(self))]

    def difference(self, earlier: "SatisfactionIndex", across_methods: bool = False) -> Number:
        """How far this index lies above another. Raises Error where they are other quantities, unless asked for."""
        return number_out(text_out(library.parindex_satisfaction_index_difference, self, earlier, across_methods))


def survey_points(index: Number | int | str, maximum: Decimal | int | str, places: int = 2, rounding: Rounding = Rounding.HALF_UP,
                  percent_places: int | None = None, percent_rounding: Rounding = Rounding.HALF_UP) -> tuple[Decimal, bool]:
    """index * maximum, and whether nothing was lost when that was rounded; with `percent_places`, of the percentage as it is
    printed. Raises Error."""
    method = new(PointsMethodStruct)
    method.percent_places = NONE if percent_places is None else percent_places
    method.percent_rounding, method.places, method.rounding = percent_rounding, places, rounding
    method.maximum = decimal_in(maximum)
    out, exact = DecimalStruct(), c_int32()
    text = format(index, "f") if isinstance(index, Decimal) else str(index)
    call(library.parindex_survey_points, *text_in(text), byref(method), byref(out), byref(exact))
    return decimal_out(out.coefficient, out.scale), bool(exact.value)
