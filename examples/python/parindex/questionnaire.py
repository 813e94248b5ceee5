"""Questionnaires (phiếu khảo sát)."""

from ctypes import byref, c_int32
from dataclasses import dataclass
from functools import cached_property
from typing import Self

from ._handle import Handle
from ._library import QuestionStruct, call, library, new, text_in, text_out
from .words import Answer, QuestionKind, Text


@dataclass(frozen=True)
class Option:
    code: str
    label: str


@dataclass(frozen=True)
class Question:
    """Its answers are counted in places: one for each option, and behind them one for each `Answer`."""
    index: int
    code: str
    text: str
    kind: QuestionKind
    options: tuple[Option, ...]
    place_count: int
    is_multiple: bool
    is_overall: bool
    in_index: bool


class Questionnaire(Handle):
    _noun = "questionnaire"

    @classmethod
    def read(cls, json: str | bytes, file: str = "") -> Self:
        """Reads "parindex.questionnaire/1" and checks it. Raises Error."""
        return cls._read_by(library.parindex_questionnaire_read, *text_in(json), *text_in(file))

    @property
    def code(self) -> str:
        return text_out(library.parindex_questionnaire_text, self, Text.CODE)

    @property
    def name(self) -> str:
        return text_out(library.parindex_questionnaire_text, self, Text.NAME)

    @property
    def method(self) -> str:
        """Of the survey: indices of different methods are not compared."""
        return text_out(library.parindex_questionnaire_text, self, Text.METHOD)

    @cached_property
    def questions(self) -> tuple[Question, ...]:
        return tuple(map(self._question, range(library.parindex_questionnaire_question_count(self))))

    def _question(self, index: int) -> Question:
        struct = new(QuestionStruct)
        call(library.parindex_questionnaire_question, self, index, byref(struct))
        code, text = (text_out(library.parindex_questionnaire_question_text, self, index, which)
                      for which in (Text.CODE, Text.NAME))
        options = tuple(Option(*(text_out(library.parindex_questionnaire_option_text, self, index, option, which)
                                 for which in (Text.CODE, Text.NAME))) for option in range(struct.option_count))
        return Question(index, code, text, QuestionKind(struct.kind), options, struct.place_count, bool(struct.is_multiple),
                        bool(struct.is_overall), bool(struct.in_index))

    def find(self, code: str) -> Question:
        """The question with a code. Raises Error."""
        out = c_int32()
        call(library.parindex_questionnaire_find_question, self, *text_in(code), byref(out))
        return self.questions[out.value]

    def place(self, question: int, answer: str | Answer) -> int:
        """The place of an option, by code, or of what became of the question. Raises Error."""
        out = c_int32()
        if isinstance(answer, Answer):
            call(library.parindex_questionnaire_state_place, self, question, answer, byref(out))
        else:
            call(library.parindex_questionnaire_find_option, self, question, *text_in(answer), byref(out))
        return out.value

    def category(self, group: str, category: str) -> int:
        """The index of a category of a group of respondents, both by code. Raises Error."""
        out = c_int32()
        call(library.parindex_questionnaire_find_category, self, *text_in(group), *text_in(category), byref(out))
        return out.value

    def json(self) -> str:
        return text_out(library.parindex_questionnaire_json, self)
