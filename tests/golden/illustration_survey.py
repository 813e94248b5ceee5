"""The surveys of the illustration counted a second time: from the answers alone, without questionnaires and links."""

import csv
from fractions import Fraction

from illustration_scores import PARTS, rounded

FACTORS = ["c1 c2 c3", "c4 c5 c6 c7", "c8 c9 c10 c11 c12 c13", "c14 c15 c16 c17 c18", "c19 c20 c21 c22"]
ITEMS = " ".join(FACTORS).split()
LEVELS = ["1", "2", "3", "4", "5"]
OFFICIALS = sorted(PARTS["officials"])
OPTIONS = ["A", "B", "C", "D"]


def sheets(data, name):
    """The sheets of each unit."""
    out = {}
    with (data / "surveys" / name / "answers.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            out.setdefault(row["don_vi"], []).append(row)
    return out


def valid(rows, questions, options):
    """Those with an answer to half of the questions at least."""
    return [row for row in rows if 2 * sum(row[question] in options for question in questions) >= len(questions)]


def shares(rows, questions):
    """Satisfied of those who answered, by question."""
    answered = {question: [row[question] for row in rows if row[question] in LEVELS] for question in questions}
    return [Fraction(sum(each in "45" for each in answers), len(answers)) for answers in answered.values()]


def mean_of_items(rows):
    each = shares(valid(rows, ITEMS, LEVELS), ITEMS)
    return sum(each) / len(each)


def chosen(rows, leaf):
    answers = [row[f"q{leaf}"] for row in valid(rows, [f"q{each}" for each in OFFICIALS], OPTIONS)]
    return {fact: answers.count(option) for fact, option in zip("abcd", OPTIONS)}


def marks(data):
    """The facts of the survey leaves, by unit and criterion."""
    out = {unit: {leaf: chosen(rows, leaf) for leaf in OFFICIALS} for unit, rows in sheets(data, "officials").items()}
    for unit, rows in sheets(data, "citizens").items():
        out[unit]["8.1"] = {"sipas": str(float(rounded(mean_of_items(rows) * 100)))}
    return out
