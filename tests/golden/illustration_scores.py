"""The illustration set scored a second time: each rule written out by hand, in exact fractions, without its criteria.json."""

import datetime
from fractions import Fraction

NOT_APPLICABLE = "does not apply"
DAY = datetime.date.fromisoformat


def rounded(value, places=2):
    """Half away from zero."""
    unit = Fraction(1, 10**places)
    whole = int(abs(value) / unit + Fraction(1, 2))
    return whole * unit * (1 if value >= 0 else -1)


def ratio(part, whole, empty=None):
    """part/whole; where there is nothing to divide by, what `empty` gives."""
    return Fraction(part) / Fraction(whole) if whole else empty


def percent(text):
    return Fraction(text) / 100


def survey(maximum):
    def points(f, _):
        return maximum * (f.get("a", 0) + Fraction(6, 10) * f.get("b", 0) + Fraction(2, 10) * f.get("c", 0)) / sum(f.values())
    return points


def in_proportion(maximum, empty=Fraction(1)):
    return lambda f, _: maximum * min(ratio(f["b"], f["a"], empty), 1)


def with_cliff(maximum, cliff, empty=None):
    def points(f, _):
        share = ratio(f["b"], f["a"], empty)
        return maximum * share if share >= percent(cliff) else 0
    return points


def whole_steps(value, start, threshold, points, per, most):
    """start at the threshold, and points for each whole `per` beyond it."""
    return min(start + points * ((value - threshold) // per), most)


def inspected(f, _):
    if f["a"] == 0:
        return NOT_APPLICABLE
    share = Fraction(f["b"], f["a"])
    return Fraction(1) if share >= percent(30) else Fraction(1, 2) if share >= percent(20) else 0


def handled(f, _):
    return (f["b"] + Fraction(f["c"], 2)) / f["a"] if f["a"] else Fraction(1)


def plan_done(f, _):
    if "b" not in f:
        return None
    share = Fraction(f["b"], f["a"])
    return 2 if share > percent(90) else 1 if share >= percent(70) else 0


def complaints(f, _):
    return max(1 - Fraction(f.get("overdue", 0) + f.get("unhappy", 0), f["a"]), 0) if f["a"] else 1


def received(f, _):
    share = Fraction(f["b"], f["a"])
    for from_, points in ((95, "2.5"), (80, "1.5"), (50, "0.5")):
        if share >= percent(from_):
            return Fraction(points)
    return 0


def all_or_part(maximum, partly, threshold, empty):
    """The maximum for all of it, `partly` from a threshold on."""
    def points(f, _):
        if f["a"] == 0:
            return empty
        share = Fraction(f["b"], f["a"])
        return maximum if share == 1 else partly if share >= percent(threshold) else 0
    return points


def paid_online(f, context):
    rate = percent(f["rate"])
    if rate >= percent(90) or rate >= percent(context["last_year"]) + percent(5):
        return 1
    return Fraction(1, 2) if rate > percent(context["last_year"]) else 0


def digitised(f, _):
    if f["a"] == 0:
        return 1
    return Fraction(8, 10) * Fraction(f["b"], f["a"]) + min(f["n"] * Fraction(5, 100), Fraction(2, 10))


def heads(f, context):
    fewer = context["last_year"] - f["now"]
    return 1 if fewer >= 1 else Fraction(1, 2) if fewer == 0 else 0


def rated_staff(f, _):
    return (Fraction(3, 2) if f["order"] == "right" else 0) + (2 if Fraction(f["x"], f["a"]) <= percent(20) else 0)


def disbursed(f, _):
    if Fraction(f["a"]) == 0:
        return 2
    share = Fraction(f["b"]) / Fraction(f["a"])
    if share >= percent(95):
        return 2
    return 1 + Fraction(1, 10) * (share - percent(70)) / percent(5) if share >= percent(70) else 0


def property_report(f, _):
    day = DAY(f["sent"])
    return 1 if day <= DAY("2026-01-31") else Fraction(1, 2) if day <= DAY("2026-02-28") else 0


def self_financed(f, _):
    rate = percent(f["rate"])
    if f["full"]:
        return 1
    if rate < percent(30):
        return Fraction(3, 10)
    return whole_steps(rate, Fraction(3, 10), percent(30), Fraction(5, 100), percent(5), Fraction(8, 10))


def saved(f, context):
    before = Fraction(context["last_year"])
    if before == 0:
        return 0
    return min(max((before - Fraction(f["spent"])) / before * 10, 0), 1)


def security(f, _):
    return (Fraction(4, 10) if f["approved"] else 0) + max(min(f["drills"] * Fraction(3, 10), Fraction(6, 10)),
                                                           Fraction(6, 10) * percent(f["covered"]))


def published_procedures(f, _):
    share = Fraction(f["b"], f["a"])
    return whole_steps(share, Fraction(6, 10), percent(80), Fraction(1, 10), percent(5), 1) if share >= percent(80) else 0


def staff_quota(f, _):
    return 4 * Fraction(f["b"], f["a"]) if f["b"] <= f["a"] else 0


# The maximum of a leaf and its points from facts and context; None is not known yet.
LEAVES = {
    "1.1.1": (1, lambda f, _: {"in_time": 1, "late": Fraction(1, 2), "none": 0}[f["plan"]]),
    "1.1.2": ("0.5", lambda f, _: Fraction(1, 2) if f["tasks"] and f["money"] else 0),
    "1.1.3": (2, plan_done),
    "1.2.1": (1, lambda f, _: max(1 - f.get("late", 0) * Fraction(1, 4) - f.get("absent", 0) * Fraction(1, 2), 0)),
    "1.2.2": ("0.5", lambda f, _: Fraction(1, 2) if DAY(f["sent"]) <= DAY("2025-12-15") else 0),
    "1.3.1": (1, inspected),
    "1.3.2": (1, handled),
    "1.4": (1, lambda f, _: min(f["n"] * Fraction(1, 4), 1)),
    "1.5": (1, with_cliff(1, 80, Fraction(1))),
    "1.6": ("0.5", lambda f, _: Fraction(1, 2) if f["n"] >= 1 else 0),
    "1.7.1": (1, survey(1)),
    "1.7.2": (1, survey(1)),
    "2.1.1": ("1.5", lambda f, _: Fraction(3, 2) * ratio(f["b"], f["a"]) if f["a"] else NOT_APPLICABLE),
    "2.1.2": ("1.5", lambda f, _: Fraction(3, 2) if f["wrong"] == 0 else 0),
    "2.2.1": (1, lambda f, _: {"in_time": 1, "late": 0, "none": -1}[f["plan"]]),
    "2.2.2": (2, all_or_part(2, 1, 80, 2)),
    "2.3": (2, lambda f, _: (f["complete"] >= f["due"]) + (f["in_time"] >= f["due"])),
    "2.4": (4, survey(4)),
    "3.1.1": ("0.5", lambda f, _: Fraction(1, 2) if f["plan"] == "yes" else 0),
    "3.1.2": (1, published_procedures),
    "3.1.3": (1, in_proportion(1)),
    "3.1.4": (1, complaints),
    "3.2.1": ("2.5", received),
    "3.2.2": (3, with_cliff(3, 90, Fraction(1))),
    "3.2.3": ("0.5", lambda f, _: Fraction(1, 2) if f["staff"] == "met" else Fraction(-1, 4)),
    "3.2.4": (1, lambda f, _: min(ratio(f["letters"], f["late"], Fraction(1)), 1)),
    "3.3.1": (2, lambda f, context: 2 * min(Fraction(f["rate"]) / Fraction(context["best"]), 1)),
    "3.3.2": (1, paid_online),
    "3.3.3": (1, digitised),
    "3.3.4": (1, lambda _, context: percent(context["index"])),
    "4.1": (4, staff_quota),
    "4.2.1": (2, lambda f, _: {"all": 2, "part": 1, "none": 0}[f["done"]]),
    "4.2.2": (1, heads),
    "4.3.1": (1, lambda f, _: (Fraction(1, 2) if f["overdue"] else 1) if f["issued"] else 0),
    "4.3.2": (1, all_or_part(1, Fraction(1, 2), 50, NOT_APPLICABLE)),
    "4.4": (2, survey(2)),
    "5.1": ("1.5", all_or_part(Fraction(3, 2), Fraction(3, 4), 80, None)),
    "5.2": ("3.5", rated_staff),
    "5.3.1": (1, in_proportion(1)),
    "5.3.2": ("0.5", lambda f, _: Fraction(1, 2) if f["wrong"] == 0 else 0),
    "5.4.1": (1, lambda f, _: max(1 - f["n"] * Fraction(1, 4), 0)),
    "5.4.2": (1, lambda f, _: {"good": 1, "minor": Fraction(1, 2), "serious": 0}[f["conduct"]]),
    "5.5": (2, survey(2)),
    "5.6": (3, survey(3)),
    "6.1.1": (2, disbursed),
    "6.1.2": (1, lambda f, _: Fraction(f["b"]) / Fraction(f["a"]) if Fraction(f["a"]) else 1),
    "6.2.1": (1, lambda f, _: min(f["n"] * Fraction(1, 2), 1)),
    "6.2.2": (1, property_report),
    "6.3.1": (1, self_financed),
    "6.3.2": (1, saved),
    "6.4": (3, survey(3)),
    "7.1": (2, with_cliff(2, 80)),
    "7.2.1": (2, lambda f, _: (2 if f["a"] == f["b"] else 1 if Fraction(f["b"], f["a"]) > percent(90) else 0)),
    "7.2.2": (2, lambda f, _: 2 * Fraction(f["b"], f["a"]) if "a" in f else None),
    "7.2.3": (1, security),
    "7.3.1": (1, lambda f, _: 1 if f["missing"] == 0 else 0),
    "7.3.2": (1, lambda f, _: min(f["n"] // 10 * Fraction(1, 10), 1)),
    "7.3.3": ("1.5", lambda f, _: Fraction(3, 2) * percent(min(Fraction(f["self_rate"]), Fraction(f["checked_rate"])))),
    "7.4.1": ("1.5", lambda f, _: Fraction(f["given"])),
    "7.4.2": ("0.5", lambda f, _: Fraction(1, 2)),
    "7.5.1": (1, survey(1)),
    "7.5.2": (1, survey(1)),
    "7.5.3": (1, survey(1)),
    "7.5.4": (1, survey(1)),
    "8.1": (10, lambda f, _: 10 * percent(f["sipas"])),
}
BONUS = {"T.1": lambda f: min(f["n"] * Fraction(1, 2), 1),
         "T.2": lambda f: Fraction(3, 2) * {"excellent": Fraction(1), "good": Fraction(3, 4), "done": Fraction(1, 2)}[f["result"]]}
PENALTY = {"P.1": lambda f: min(f["n"] * Fraction(1, 2), 2), "P.2": lambda f: {"some": Fraction(1, 2), "much": Fraction(3, 2)}[f["found"]]}
# The leaves that inherit the weight of one that does not apply; None: it leaves the maximum of the unit.
HEIRS = {"1.3.1": lambda code: code.startswith("1.3."), "2.1.1": lambda code: code.startswith("2."),
         "2.1.2": lambda code: code.startswith("2."), "6.3.1": None}
CONTEXT = {"3.3.1", "3.3.2", "3.3.4", "4.2.2", "6.3.2"}
PARTS = {"officials": {"1.7.1", "1.7.2", "2.4", "4.4", "5.5", "5.6", "6.4", "7.5.1", "7.5.2", "7.5.3", "7.5.4"}, "citizens": {"8.1"}}


def part_of(code):
    return next((part for part, codes in PARTS.items() if code in codes), "appraisal")


def counted(unit):
    """The mark of each leaf that counts: a later round replaces an earlier one, and a self score never counts."""
    out = {}
    for name in ("appraisal", "re_appraisal", "survey"):
        for group in unit["rounds"]:
            if group["round"] == name:
                out |= {mark["criterion"]: mark for mark in group["marks"]}
    return out


class Score:
    """What a unit has: `points` by leaf (None while it is open), with the maxima that hold for the unit."""

    def __init__(self, marks, context):
        self.maxima = {code: Fraction(maximum) for code, (maximum, _) in LEAVES.items()}
        self.points = {code: self.leaf(code, marks.get(code), context.get(code)) for code in LEAVES}
        self.leave_out()
        bonus, penalty = (sum(rounded(Fraction(points(marks[code]["facts"]))) for code, points in block.items() if code in marks)
                          for block in (BONUS, PENALTY))
        self.blocks = {"T": min(bonus, Fraction(2)), "P": -min(penalty, Fraction(3))}
        self.open = {code for code, points in self.points.items() if points is None}
        self.so_far = rounded(sum(points for points in self.points.values() if points is not None) + sum(self.blocks.values()))
        self.maximum = sum(self.maxima.values())

    @staticmethod
    def leaf(code, mark, context):
        maximum, points = LEAVES[code]
        if mark is None:
            return None
        if "score" in mark:
            return Fraction(mark["score"])
        if "loss" in mark:
            return Fraction(maximum) - Fraction(mark["loss"])
        if "not_applicable" in mark:
            return NOT_APPLICABLE
        if code in CONTEXT and context is None and not (code == "3.3.2" and percent(mark["facts"]["rate"]) >= percent(90)):
            return None
        found = points(mark["facts"], context)
        return found if found is None or found == NOT_APPLICABLE else rounded(Fraction(found))

    def leave_out(self):
        gone = {code for code, points in self.points.items() if points == NOT_APPLICABLE}
        for code in gone:
            full = code in ("4.3.2", "5.3.2")  # full points; 7.4.1 earns none
            self.points[code] = self.maxima[code] if full else Fraction(0)
        for code in gone & set(HEIRS):
            if HEIRS[code] is None:
                self.maxima[code] = Fraction(0)
        # Criteria before fields; leaves that leave one scope leave it together.
        for scope in ("1.3.1",), ("2.1.1", "2.1.2"):
            leaving = gone & set(scope)
            if not leaving:
                continue
            heirs = [code for code in LEAVES if HEIRS[scope[0]](code) and code not in leaving]
            weight = sum(self.maxima[code] for code in heirs)
            factor = (weight + sum(self.maxima[code] for code in leaving)) / weight
            for code in leaving:
                self.maxima[code] = Fraction(0)
            for code in heirs:
                self.maxima[code] *= factor
                self.points[code] = None if self.points[code] is None else self.points[code] * factor

    def of_part(self, part):
        """The bonus and penalty blocks are of the appraised part."""
        own = sum(points for code, points in self.points.items() if points is not None and part_of(code) == part)
        return own + (sum(self.blocks.values()) if part == "appraisal" else 0)

    def of_field(self, field):
        if field in self.blocks:
            return self.blocks[field]
        return sum(points for code, points in self.points.items() if points is not None and code.split(".")[0] == field)
