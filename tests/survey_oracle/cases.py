"""One case: a questionnaire and the answers to it, as files in several layouts, and what is asked about them."""
from dataclasses import dataclass
from typing import ClassVar

from counting import ALL, Refused, counted_by_others, tally
from form import Form
from layouts import CountsWriter, Writer, csv_text
from random_questionnaires import QuestionnaireMaker
from random_requests import random_requests
from random_sheets import SheetMaker


@dataclass
class Case:
    described: dict
    sheets: list
    by: list
    issued: dict    # by unit, where somebody said it
    requests: list
    files: list     # (columns, list of CSV texts): each says the same of all sheets
    merged: list    # for each, the order in which its tallies are merged
    says_issued: ClassVar = False  # whether files do

    def expected(self):
        """The counts by unit and row; nothing where the file is refused."""
        try:
            return tally(Form(self.described), self.sheets, self.by, self.issued)
        except Refused:
            return None


class CountedCase(Case):
    """The same answers as others have counted them."""
    says_issued: ClassVar = True

    def expected(self):
        counted = super().expected()
        return None if counted is None else counted_by_others(Form(self.described), counted, self.by)


def counted_case(random, case):
    """Nothing where the sheets are refused, for then there are no counts."""
    form, tallied = Form(case.described), case.expected()
    if tallied is None:
        return None
    writer = CountsWriter(random, form, [], random.choice([0, 0.3, 0.9]))
    writer.words = {}
    files = [(writer.columns_of("aggregate"), [csv_text(random, writer.rows_of_counts(tallied))])]
    requests = [each for each in case.requests if each["row"] == ALL]
    return CountedCase(case.described, case.sheets, case.by, case.issued, requests, files, [[0]])


def split(random, items):
    """In parts, some of which may hold one only."""
    out = []
    while items:
        number = random.randint(1, len(items))
        out.append(items[:number])
        items = items[number:]
    return out


def make_case(random, requests):
    described = QuestionnaireMaker(random).described
    form = Form(described)
    sheets = SheetMaker(random, form).sheets()
    by = random.sample(list(form.groups), random.randint(0, len(form.groups)))
    units = sorted({each["unit"] for each in sheets})
    issued = {unit: sum(each["unit"] == unit for each in sheets) + random.randint(0, 9)
              for unit in units if random.random() < 0.7}
    shuffled = random.sample(sheets, len(sheets))
    files = [written(random, form, [sheets], "wide"), written(random, form, [sheets], "long"),
             written(random, form, split(random, shuffled), random.choice(["wide", "long"]))]
    return Case(described, sheets, by, issued, random_requests(random, form, by, units, requests), files,
                [random.sample(range(len(texts)), len(texts)) for _, texts in files])


def written(random, form, parts, layout):
    odd = random.choice([0, 0.3, 0.9])
    writer = Writer(random, form, [sheet for part in parts for sheet in part], odd)
    return writer.columns_of(layout), [csv_text(random, writer.rows_of(layout, part)) for part in parts]


def make_cases(random, number, requests):
    """So many questionnaires; the answers to every fourth once more as counts."""
    out = []
    for at in range(number):
        case = make_case(random, requests)
        out += [case, counted_case(random, case)] if at % 4 == 0 else [case]
    return [each for each in out if each]
