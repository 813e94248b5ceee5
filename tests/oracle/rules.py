"""What a rule makes of facts that are all known, computed from the text of a criteria set alone, as
include/parindex/criteria/rule.hpp says it. Numbers are Fractions, dates are their days."""
import datetime
import functools
import re
from dataclasses import dataclass
from fractions import Fraction

import formula
from rounding import rounded


class Refused(Exception):
    """A share above 100 %."""


class Contradiction(Exception):
    """What the checks of a set rule out: the set should not have been accepted."""


@dataclass(frozen=True)
class Outcome:
    """Of a leaf: "scored" with its points before and after rounding, "absent" where it does not apply, or "refused"."""
    state: str
    exact: Fraction | None = None
    points: Fraction | None = None


DATE = re.compile(r"\d{4}-\d\d-\d\d")


def days(text):
    return Fraction(datetime.date.fromisoformat(text).toordinal())


def number(value):
    """A JSON number, which was read as a Fraction, or a string."""
    return Fraction(value) if isinstance(value, str) else value


@functools.cache
def percentage(text):
    return Fraction(text.removesuffix("%")) / 100


@functools.cache
def threshold(value):
    if isinstance(value, str):
        if DATE.fullmatch(value):
            return days(value)
        if value.endswith("%"):
            return percentage(value)
    return number(value)


def points(value, maximum):
    if isinstance(value, str) and value.endswith("%"):
        return maximum * percentage(value)
    return number(value)


def worth(value, declared):
    """What a fact counts as in a formula; a level stays its code."""
    kind = declared.get("kind", "count")
    if kind == "percent":
        return number(value) / 100
    if kind == "date":
        return days(value)
    return value if kind in ("yes_no", "level") else number(value)


ZERO = {"count": Fraction(0), "number": Fraction(0), "percent": Fraction(0), "yes_no": False}


def within(value, rule, maximum):
    """Limits: first least, then most; where both are given, least is not above most."""
    if "least" in rule:
        value = max(value, points(rule["least"], maximum))
    if "most" in rule:
        value = min(value, points(rule["most"], maximum))
    return value


def quantity(text, facts, maximum):
    return formula.parse(text if isinstance(text, str) else str(text))(facts, maximum)


def shared(value, rule):
    """A quantity that may be a share."""
    policy = rule.get("share", "none")
    if policy == "none" or value <= 1:
        return value
    if policy == "reject":
        raise Refused
    return Fraction(1)


def outcome(then, facts, maximum):
    return apply(then["rule"], facts, maximum) if "rule" in then else points(then["points"], maximum)


def levels(rule, facts, maximum):
    return outcome(next(each for each in rule["levels"] if each["level"] == facts[rule["fact"]]), facts, maximum)


def cases(rule, facts, maximum):
    holds = (each for each in rule["cases"] if quantity(each["if"], facts, maximum))
    return outcome(next(holds, rule["otherwise"]), facts, maximum)


ENDS = {
    "at": lambda value, end: value == end,
    "from": lambda value, end: value >= end,
    "above": lambda value, end: value > end,
    "to": lambda value, end: value <= end,
    "below": lambda value, end: value < end,
}


def steps(rule, facts, maximum):
    value = shared(quantity(rule["of"], facts, maximum), rule)
    holding = [step for step in rule["steps"]
               if all(ENDS[end](value, threshold(step[end])) for end in ENDS if end in step)]
    if len(holding) != 1:
        raise Contradiction(f"{value} lies in {len(holding)} steps of {rule}")
    return outcome(holding[0], facts, maximum)


def units_of(value, rule):
    """How often `per` lies between `from` and the value; whole ones count toward `from`, on either side of it."""
    units = (value - threshold(rule.get("from", "0"))) / threshold(rule.get("per", "1"))
    return Fraction(int(units)) if rule.get("whole_units", False) else units


def fails(value, rule):
    return "fails" in rule and value < threshold(rule["fails"]["below"])


def linear(rule, facts, maximum):
    value = shared(quantity(rule["of"], facts, maximum), rule)
    if fails(value, rule):
        return points(rule["fails"]["points"], maximum)
    gained = points(rule["points"], maximum) * units_of(value, rule)
    return within(points(rule.get("start", "0"), maximum) + gained, rule, maximum)


def whole_of(parts, over, rule):
    """What divides the terms. Where their share counts as 100 %, they are all that there is."""
    if over == 0:
        raise formula.DividedByZero
    share = parts / over
    return parts if shared(share, rule) != share else over


def weighted_sum(rule, facts, maximum):
    quantities = [quantity(term["of"], facts, maximum) for term in rule["terms"]]
    weighed = sum(points(term["points"], maximum) * value for term, value in zip(rule["terms"], quantities))
    if "over" in rule:
        weighed /= whole_of(sum(quantities), quantity(rule["over"], facts, maximum), rule)
    return within(points(rule.get("start", "0"), maximum) + weighed, rule, maximum)


HOW = {"sum": sum, "best": max, "worst": min}


def each_of(rules, facts, maximum):
    """Facts that are refused are refused also where another rule divides by zero."""
    out, failed = [], []
    for rule in rules:
        try:
            out.append(apply(rule, facts, maximum))
        except (Refused, formula.DividedByZero) as problem:
            failed.append(problem)
    if failed:
        raise next((each for each in failed if isinstance(each, Refused)), failed[0])
    return out


def combine(rule, facts, maximum):
    return within(HOW[rule["how"]](each_of(rule["rules"], facts, maximum)), rule, maximum)


def formula_points(rule, facts, maximum):
    return within(quantity(rule["points"], facts, maximum), rule, maximum)


KINDS = {"levels": levels, "cases": cases, "steps": steps, "linear": linear, "weighted_sum": weighted_sum,
         "combine": combine, "formula": formula_points}


def apply(rule, facts, maximum):
    return KINDS[rule["kind"]](rule, facts, maximum)


ZERO_DENOMINATOR = {
    "full": lambda maximum: Outcome("scored", maximum, maximum),
    "zero": lambda maximum: Outcome("scored", Fraction(0), Fraction(0)),
    "not_applicable": lambda maximum: Outcome("absent"),
    "error": lambda maximum: Outcome("refused"),
}


def policy(rule, of_set, name):
    return rule.get(name, of_set.get(name))


def complete(rule, of_set, given):
    """What the declared facts are worth, and the declarations of those that stay unknown."""
    out, unknown = {}, []
    for declared in rule.get("facts", []):
        name, kind = declared["name"], declared.get("kind", "count")
        if name in given:
            out[name] = worth(given[name], declared)
        elif policy(rule, of_set, "missing_fact") == "zero" and kind in ZERO:
            out[name] = ZERO[kind]
        else:
            unknown.append(declared)
    return out, unknown


def score(rule, of_set, maximum, facts):
    """The outcome for a leaf whose facts are all known."""
    try:
        exact = apply(rule, facts, maximum)
    except formula.DividedByZero:
        then = policy(rule, of_set, "zero_denominator")
        if then is None:
            raise Contradiction(f"a division by zero with {facts}, and no policy: {rule}") from None
        return ZERO_DENOMINATOR[then](maximum)
    except Refused:
        return Outcome("refused")
    how = policy(rule, of_set, "rounding")
    rounds = how and rounded(exact, int(number(how["places"])), how.get("mode", "half_up"))
    return Outcome("scored", exact, exact if how is None else rounds)
