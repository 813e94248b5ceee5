"""One case: a questionnaire and the answers to it, as files in several layouts, and what is asked about them."""
import json
from dataclasses import dataclass

from counting import Refused, tally
from form import Form
from layouts import Writer, csv_text
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

    def expected(self):
        """The counts by unit and row; nothing where the file is refused."""
        try:
            return tally(Form(self.described), self.sheets, self.by, self.issued)
        except Refused:
            return None


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
    writer = Writer(random, form, odd)
    return writer.columns_of(layout), [csv_text(random, writer.rows_of(layout, part)) for part in parts]
