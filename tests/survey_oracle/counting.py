"""What a questionnaire makes of sheets: what became of each question, which sheets are valid, and the counts.

A sheet is a dictionary: its unit, for each group the code of a category, a number or None, and a mark for each
question: a list of options (none: nothing is marked) or the name of a state that the cell stands for.
"""
from collections import Counter
from dataclasses import dataclass, field
from fractions import Fraction

from form import policy

ALL = ("", None)  # the row of all respondents; any other is a group and a category


class Refused(Exception):
    """The file holds a state that its questionnaire refuses."""


@dataclass
class Counts:
    """Of a unit and a row."""
    issued: int = 0
    returned: int = 0
    valid: int = 0
    respondents: int = 0
    options: Counter = field(default_factory=Counter)  # by question and option; mentions where it takes several
    states: Counter = field(default_factory=Counter)   # by question and state
    persons: Counter = field(default_factory=Counter)  # by scope: who has an answer that counts
    happy: Counter = field(default_factory=Counter)    # of them: whose every answer that counts is a satisfied one
    without_persons: bool = False  # others counted: nobody knows of which persons the answers are

    def add(self, other):
        self.issued += other.issued
        self.returned += other.returned
        self.valid += other.valid
        self.respondents += other.respondents
        self.without_persons |= other.without_persons
        for name in ("options", "states", "persons", "happy"):
            getattr(self, name).update(getattr(other, name))


def marked_state(question, mark):
    """What a cell says, whatever the route."""
    if isinstance(mark, str):
        return mark
    if not mark:
        return "blank"
    return "several_marked" if len(mark) > 1 and not question.multiple else "answered"


def holds(condition, outcomes):
    question, any_of = condition
    state, options = outcomes[question]
    return state == "answered" and not any_of.isdisjoint(options)


def is_asked(question, outcomes):
    return all(holds(each, outcomes) for each in question.asked_if)


def outcomes_of(form, sheet):
    """State and marked options of each question."""
    out = {}
    for question, mark in zip(form.questions, sheet["marks"]):
        state = marked_state(question, mark)
        if not is_asked(question, out):
            state = "skipped" if state == "blank" else "off_route"
        out[question.code] = (state, [] if isinstance(mark, str) else mark)
    return out


def enough(answered, asked, minimum):
    return asked == 0 or Fraction(answered, asked) >= minimum


def was_asked(state):
    return state not in ("skipped", "off_route")


def is_valid(form, outcomes):
    states = [state for state, _ in outcomes.values()]
    asked = sum(was_asked(each) for each in states)
    answered = sum(each == "answered" for each in states)
    required = [outcomes[each][0] for each in form.required]
    return (enough(answered, asked, form.minimum_answered)
            and all(each == "answered" or not was_asked(each) for each in required))


def verdicts(form, scope, outcomes):
    """Of each answer of a person in a scope that counts, whether it is a satisfied one."""
    for question in form.items(scope):
        state, options = outcomes[question.code]
        if state == "answered":
            yield not question.satisfied.isdisjoint(options)
        elif policy(question, state) == "least_favourable":
            yield False


def count_sheet(form, counts, outcomes):
    counts.respondents += 1
    for question in form.questions:
        state, options = outcomes[question.code]
        if state == "answered":
            counts.options.update((question.code, each) for each in options)
        if state != "answered" or question.multiple:
            counts.states[question.code, state] += 1
    for scope in form.scopes():
        told = list(verdicts(form, scope, outcomes))
        if told:
            counts.persons[scope] += 1
            counts.happy[scope] += all(told)


def within(number, category):
    return (("from" not in category or number >= Fraction(category["from"]))
            and ("below" not in category or number < Fraction(category["below"])))


def is_band(category):
    return "from" in category or "below" in category


def category_of(form, group, value):
    """None where nobody knows. A number that is a word for a missing answer, as 99 mostly is, is nobody's age."""
    if value is None or not is_band(group["categories"][0]):
        return value
    if any(str(value) in words for words in form.described.get("missing_words", {}).values()):
        return None
    return next((each["code"] for each in group["categories"] if within(Fraction(value), each)), None)


def rows_of(form, by):
    return [ALL] + [(group, category) for group in by
                    for category in [each["code"] for each in form.groups[group]["categories"]] + [None]]


def tally(form, sheets, by, issued=None):
    """Counts by unit and row. Raises Refused."""
    out = {}
    for sheet in sheets:
        outcomes = outcomes_of(form, sheet)
        if any(policy(form.by_code[code], state) == "refuse" for code, (state, _) in outcomes.items()):
            raise Refused
        unit = sheet["unit"]
        if unit not in out:
            out[unit] = {row: Counts() for row in rows_of(form, by)}
        out[unit][ALL].returned += 1
        if is_valid(form, outcomes):
            out[unit][ALL].valid += 1
            for row in [ALL] + [(code, category_of(form, form.groups[code], sheet["groups"][code])) for code in by]:
                count_sheet(form, out[unit][row], outcomes)
    for unit, number in (issued or {}).items():
        out[unit][ALL].issued = number
    return out


def counted_by_others(form, tallied, by):
    """What a file of counts says of the same sheets: each group is unknown, and so are persons."""
    out = {}
    for unit, rows in tallied.items():
        whole = rows[ALL]
        out[unit] = {row: Counts() for row in rows_of(form, by)}
        out[unit][ALL] = Counts(whole.issued, whole.returned, whole.valid, whole.valid)
        for row in [ALL] + [(group, None) for group in by]:
            out[unit][row].options, out[unit][row].states = whole.options, whole.states
        for each in out[unit].values():
            each.without_persons = bool(whole.options or whole.states)
    return out
