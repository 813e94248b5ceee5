"""What the oracle computes of a case beside what the library said."""
from collections import Counter
from fractions import Fraction

from aggregation import index
from counting import ALL
from form import Form
from formulas import COUNTED, NotApplicable, PopulationMissing


def flat(tallied):
    """All counts but zeros, by unit, row and what is counted."""
    out = {}
    for unit, rows in tallied.items():
        whole = rows[ALL]
        for name in ("issued", "returned", "valid"):
            out[unit, ALL, "sheets", name] = getattr(whole, name)
        for row, counts in rows.items():
            if not whole.without_persons:
                out[unit, row, "respondents"] = counts.respondents
            for kind in ("options", "states"):
                for (question, place), number in getattr(counts, kind).items():
                    out[unit, row, kind, question, place] = number
    return {key: number for key, number in out.items() if number}


def refusals(form, tallied, request):
    """Why there is no index; a library may look for either first."""
    out = []
    try:
        index(form, tallied, dict(request, populations=dict.fromkeys(tallied, 1)))
    except NotApplicable:
        out.append("formula_not_applicable")
    try:
        index(form, tallied, request)
    except PopulationMissing:
        out.append("population_missing")
    except NotApplicable:
        if request["units_how"] == "by_population" and any(
                each not in request["populations"] for each in request["units"] or tallied):
            out.append("population_missing")
    return out


class Comparison:
    def __init__(self, case, answer):
        self.case = case
        self.answer = answer
        self.form = Form(case.described)
        self.wrong = []
        self.done = Counter()  # what was compared

    def run(self):
        tallied = self.case.expected()
        self.done["files"] += 1
        self.done["sheets"] += len(self.case.sheets)
        if tallied is None:
            self.done["refused files"] += 1
            if not any(code == "answer_refused" for code, _ in self.answer.findings):
                self.wrong.append("the file holds a state that the questionnaire refuses, but is not refused")
            return self
        if self.answer.findings:
            self.wrong += [f"refused: {code}: {message}" for code, message in self.answer.findings]
            return self
        self.wrong += [f"file {each} has a tally of other bytes than the first" for each in self.answer.differ]
        self.compare_counts(flat(tallied))
        for request, said, mean in zip(self.case.requests, self.answer.values, self.answer.means):
            self.compare_value(tallied, request, said)
            if mean is not None and mean != said[0] / said[1]:
                self.wrong.append(f"{request}: the library says {said[0] / said[1]}, but its terms have the mean {mean}")
        if len(self.case.requests) != len(self.answer.values):
            self.wrong.append("not every request has an answer")
        return self

    def compare_counts(self, ours):
        theirs = self.answer.counts
        self.done["counts"] += len(ours)
        for key in sorted(ours.keys() | theirs.keys(), key=str):
            if ours.get(key, 0) != theirs.get(key, 0):
                self.wrong.append(f"{key}: {ours.get(key, 0)}, but the library counts {theirs.get(key, 0)}")

    def compare_value(self, tallied, request, said):
        self.done["indices"] += 1
        try:
            numerator, denominator = index(self.form, tallied, request)
        except (NotApplicable, PopulationMissing):
            self.done["refused indices"] += 1
            reasons = refusals(self.form, tallied, request)
            if said not in reasons:
                self.wrong.append(f"{request}: refused ({reasons}), but the library says {said}")
            return
        self.done["indices of nothing"] += denominator == 0
        if isinstance(said, str):
            self.wrong.append(f"{request}: {numerator} / {denominator}, but the library says {said}")
        elif denominator == 0 or said[1] == 0:
            if denominator != said[1]:
                self.wrong.append(f"{request}: {numerator} / {denominator}, but the library says {said}")
        elif Fraction(numerator) / denominator != said[0] / said[1]:
            self.wrong.append(f"{request}: {Fraction(numerator) / denominator}, but the library says "
                              f"{said[0] / said[1]}")
        elif request["formula"] in COUNTED and request["units_how"] == "pooled" and (numerator, denominator) != said:
            self.wrong.append(f"{request}: {numerator} / {denominator}, but the library divides {said}")
