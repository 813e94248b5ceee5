"""Tallies (bảng kiểm đếm): whole counts of answers, which add up in any order on any number of machines."""

from ctypes import byref, c_char_p, c_int32, c_int64, c_uint8, c_uint64
from dataclasses import dataclass
from functools import cached_property
from typing import Callable, Iterable, Mapping, Self, Sequence

from ._handle import Handle
from ._library import (AnswerSheetStruct, IndexRequestStruct, SheetCountsStruct, bytes_out, call, ints_out, library, new, text_in,
                       text_out, write_out)
from .questionnaire import Questionnaire
from .satisfaction_index import SatisfactionIndex
from .words import NONE, Precision


@dataclass(frozen=True)
class SheetCounts:
    """Sheets of a unit (số phiếu phát ra, thu về, hợp lệ)."""
    issued: int = 0
    returned: int = 0
    valid: int = 0


def _texts(codes: Sequence[str]):
    return (c_char_p * len(codes))(*(code.encode() for code in codes))


class _AnswersReader(Handle):
    _noun = "answers_reader"


class Tally(Handle):
    """One that is changed belongs to one thread: count in each thread for itself, and merge."""
    _noun = "tally"

    @classmethod
    def create(cls, questionnaire: Questionnaire, by: Sequence[str] = (), precision: Precision = Precision.NONE) -> Self:
        """`by` are codes of groups of respondents, each of whose categories is counted for itself too. Raises Error."""
        return cls._made_by(library.parindex_tally_create, questionnaire, _texts(by), len(by), precision)

    @classmethod
    def read(cls, data: str | bytes, file: str = "") -> Self:
        """Reads what to_bytes() or json() gives. Raises Error."""
        return cls._read_by(library.parindex_tally_read, *text_in(data), *text_in(file))

    @cached_property
    def questionnaire(self) -> Questionnaire:
        return Questionnaire._made_by(library.parindex_tally_questionnaire, self)

    @cached_property
    def groups(self) -> tuple[str, ...]:
        """Codes of the groups of respondents that are counted too."""
        return tuple(text_out(library.parindex_tally_group_code, self, group)
                     for group in range(library.parindex_tally_group_count(self)))

    def unit(self, code: str) -> int:
        """The index of a unit, which is added if it is new. Raises Error."""
        out = c_int32()
        call(library.parindex_tally_unit, self, *text_in(code), byref(out))
        return out.value

    @property
    def units(self) -> list[str]:
        """Codes by index."""
        return [text_out(library.parindex_tally_unit_code, self, unit) for unit in range(library.parindex_tally_unit_count(self))]

    def add_block(self, units: Sequence[int], places: Sequence[int]) -> None:
        """Counts valid sheets: the unit of each, and the places of its answers, one sheet behind the other. Raises Error;
        ValueError unless there are as many places as questions for each sheet."""
        if len(places) != len(units) * len(self.questionnaire.questions):
            raise ValueError("expected a place for each question of each sheet")
        call(library.parindex_tally_add_block, self, (c_int32 * len(units))(*units), (c_uint8 * len(places))(*places), len(units))

    def add_sheet(self, unit: int, places: Sequence[int], mentions: Sequence[int] = (), categories: Sequence[int | None] = (),
                  stratum: str = "", cluster: str = "") -> None:
        """Counts a valid sheet. `mentions` has bit k for option k of each question of several options; `categories` the index
        of the category, or None, in each group of the tally. Raises Error, ValueError for another number of them."""
        questions = self.questionnaire.questions
        if (len(places) != len(questions) or len(mentions) not in (0, sum(each.is_multiple for each in questions))
                or len(categories) not in (0, len(self.groups))):
            raise ValueError("expected a place for each question, mentions of each that takes several options, and categories "
                             "of each group")
        sheet = new(AnswerSheetStruct)
        sheet.places = (c_uint8 * len(places))(*places)
        sheet.mentions = (c_uint64 * len(mentions))(*mentions) if mentions else None
        known = [NONE if each is None else each for each in categories]
        sheet.categories = (c_int32 * len(known))(*known) if known else None
        sheet.stratum, sheet.cluster = stratum.encode(), cluster.encode()
        call(library.parindex_tally_add_sheet, self, unit, byref(sheet))

    def add_answers(self, unit: int, question: int, place: int, count: int) -> None:
        """Adds answers that others counted. Raises Error."""
        call(library.parindex_tally_add_answers, self, unit, question, place, count)

    def add_sheets(self, unit: int, sheets: SheetCounts) -> None:
        """Adds sheets that others counted. Raises Error."""
        struct = new(SheetCountsStruct)
        struct.issued, struct.returned, struct.valid = sheets.issued, sheets.returned, sheets.valid
        call(library.parindex_tally_add_sheets, self, unit, byref(struct))

    def sheets(self, unit: int) -> SheetCounts:
        struct = new(SheetCountsStruct)
        call(library.parindex_tally_sheets, self, unit, byref(struct))
        return SheetCounts(struct.issued, struct.returned, struct.valid)

    def counts(self, unit: int, question: int, group: str = "", category: str = "") -> list[int]:
        """By place; `category` "" of a group are those of whom it is not known. Raises Error."""
        return ints_out(library.parindex_tally_counts, self, unit, *text_in(group), *text_in(category), question, kind=c_int64)

    def read_answers(self, columns: str | bytes, pieces: Iterable[bytes], file: str = "") -> "Tally":
        """The counts of a CSV file, which comes in pieces of any size up to 16 MiB; `columns` says what its columns mean,
        "parindex.answer_columns/1". Questionnaire, groups and precision are those of this tally. Raises Error with all findings,
        none of which prints a cell."""
        with _AnswersReader._read_by(library.parindex_answers_reader_create, self, *text_in(columns), *text_in(file)) as reader:
            for piece in pieces:
                call(library.parindex_answers_reader_feed, reader, *text_in(piece))
            return Tally._read_by(library.parindex_answers_reader_finish, reader)

    def merge(self, other: "Tally") -> None:
        """Adds a tally of the same questionnaire, groups and precision. Raises Error."""
        call(library.parindex_tally_merge, self, other)

    def index(self, formula: str, aggregation: str = "", scope: str = "", *, units: Sequence[str] | None = None,
              populations: Mapping[str, int] | None = None, group: str = "", category: str = "",
              clamp_at_zero: bool = False) -> SatisfactionIndex:
        """The index by a formula, "F3" with an aggregation, "mean_of_units", or by "P1" .. "P6", which have theirs.
        `populations` are of the units, which are all of its keys unless `units` says so. Raises Error."""
        request = new(IndexRequestStruct)
        for name, text in (("formula", formula), ("aggregation", aggregation), ("scope", scope), ("group", group),
                           ("category", category)):
            setattr(request, name, text.encode())
        request.clamp_at_zero = clamp_at_zero
        codes = list(populations) if units is None and populations is not None else units
        if codes is not None:
            request.units, request.unit_count = _texts(codes), len(codes)
        if populations is not None:
            request.populations = (c_int64 * len(codes))(*(populations[code] for code in codes))
        return SatisfactionIndex._made_by(library.parindex_satisfaction_index_compute, self, byref(request))

    def to_bytes(self) -> bytes:
        """The same for equal counts, whatever their order."""
        return bytes_out(library.parindex_tally_bytes, self)

    def write(self, write: Callable[[bytes], object]) -> None:
        """Hands the pieces of to_bytes() to a function such as the `write` of a binary file."""
        write_out(library.parindex_tally_write, self, write=write)

    def json(self) -> str:
        return text_out(library.parindex_tally_json, self)
