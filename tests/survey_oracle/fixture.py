"""The fixture FX1 of the specification, typed by hand: counts of two units, and what each formula makes of them.

The counts say only how many sheets gave which answer, so sheets are made of them by position: an index that divides
counts of answers does not depend on which person gave which.
"""
from fractions import Fraction

from aggregation import index
from counting import ALL, tally
from form import Form

COUNTS = {  # levels 1 to 5 and blank, of c1, c2, c3
    "A": [[0, 1, 1, 5, 3, 0], [1, 0, 2, 3, 3, 1], [0, 0, 0, 3, 4, 3]],
    "B": [[0, 0, 1, 2, 1, 0], [0, 1, 0, 2, 1, 0], [0, 0, 1, 1, 1, 1]],
}
POPULATIONS = {"A": 9000, "B": 1000}
OF_A = {("F1", "c1"): "4/5", ("F1", "c2"): "2/3", ("F1", "c3"): "1", ("F2", ""): "21/26", ("F3", ""): "37/45",
        ("F4", ""): "13/15", ("F7", ""): "53/13", ("F8", ""): "53/65", ("F9", ""): "10/13"}
OF_B = {("F1", "c1"): "3/4", ("F1", "c2"): "3/4", ("F1", "c3"): "2/3", ("F2", ""): "8/11", ("F3", ""): "13/18",
        ("F4", ""): "17/24", ("F7", ""): "43/11", ("F8", ""): "43/55", ("F9", ""): "8/11"}
OF_BOTH = {("F2", "pooled"): "29/37", ("F3", "pooled"): "1082/1365", ("F2", "mean_of_units"): "439/572",
           ("F3", "mean_of_units"): "139/180", ("F3", "by_population"): "731/900", ("F3", "by_sample"): "50/63"}
BLANKS_UNSATISFIED = {"A": "7/10", "B": "2/3"}


def described(missing):
    return {"format": "parindex.questionnaire/1", "code": "FX1", "name": "FX1", "method": "FX1", "missing": missing,
            "missing_words": {},
            "scales": [{"code": "s", "options": [{"code": str(at), "level": at} for at in range(1, 6)]}],
            "factors": [{"code": "f1", "name": "1"}, {"code": "f2", "name": "2"}],
            "questions": [{"code": code, "scale": "s", "satisfied": ["4", "5"], "factor": factor}
                          for code, factor in [("c1", "f1"), ("c2", "f1"), ("c3", "f2")]]}


def sheets():
    for unit, counts in COUNTS.items():
        columns = [[mark for mark, number in zip([["1"], ["2"], ["3"], ["4"], ["5"], []], each) for _ in range(number)]
                   for each in counts]
        for marks in zip(*columns):
            yield {"unit": unit, "groups": {}, "marks": list(marks)}


def request(formula, scope, how, units):
    return {"formula": formula, "scope": scope, "units_how": how, "units": units, "row": ALL,
            "populations": POPULATIONS}


def contradictions():
    """What of the fixture the oracle gets wrong."""
    form = Form(described({}))
    counted = tally(form, sheets(), [])
    asked = [(request(formula, scope, "pooled", [unit]), told) for unit, values in (("A", OF_A), ("B", OF_B))
             for (formula, scope), told in values.items()]
    asked += [(request(formula, "", how, []), told) for (formula, how), told in OF_BOTH.items()]
    found = [(form, counted, each, told) for each, told in asked]
    strict = Form(described({"blank": "least_favourable"}))
    found += [(strict, tally(strict, sheets(), []), request("F2", "", "pooled", [unit]), told)
              for unit, told in BLANKS_UNSATISFIED.items()]
    out = []
    for of_form, counts, each, told in found:
        numerator, denominator = index(of_form, counts, each)
        if Fraction(numerator) / denominator != Fraction(told):
            out.append(f"FX1 {each}: {Fraction(numerator) / denominator}, but it is {told}")
    return out
