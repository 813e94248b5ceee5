"""Random facts for a rule, many of them where something changes: exactly at a threshold, one last digit beside it, nothing
at all, above 100 %, at a bound."""
import datetime
import re
from fractions import Fraction

from numbers_text import any_form, text_of

NUMBER = re.compile(r"(?<![\w.-])\d+(?:\.\d+)?%?")
DATE = re.compile(r"\d{4}-\d\d-\d\d")


def thresholds(rule):
    """All numbers (80% is 0.8) and dates that stand in a rule."""
    written = str({key: value for key, value in rule.items() if key not in ("facts", "rounding")})
    days = set(DATE.findall(written))
    numbers = {Fraction(each.rstrip("%")) / (100 if each.endswith("%") else 1)
               for each in NUMBER.findall(DATE.sub("", written))}
    return sorted(numbers | {Fraction(0), Fraction(1)}), sorted(days or {"2025-03-10"})


class FactMaker:
    def __init__(self, rule):
        self.declared = rule.get("facts", [])
        self.numbers, self.days = thresholds(rule)

    def all(self, random):
        """By name, a value for each declared fact, as it stands in JSON."""
        self.random = random
        counts = dict(zip("abc", self.counts()))
        return {each["name"]: self.value(each, counts) for each in self.declared}

    def value(self, declared, counts):
        kind = declared.get("kind", "count")
        if kind == "level":
            return self.random.choice(declared["levels"])["code"]
        if kind == "yes_no":
            return self.random.random() < 0.4
        if kind == "date":
            day = datetime.date.fromisoformat(self.random.choice(self.days))
            return str(day + datetime.timedelta(self.random.choice([-1, 0, 0, 1, 1, 20])))
        number = counts[declared["name"]] if kind == "count" else self.beside(100 if kind == "percent" else 1)
        return any_form(self.random, text_of(within(number, declared)))

    def counts(self):
        """a, b and c: a whole and what is said of it."""
        pick = self.random.random()
        if pick < 0.12:
            return 0, self.random.choice([0, 0, 1, 5]), self.random.choice([0, 1])
        if pick < 0.4:
            return tuple(self.random.randint(0, self.random.choice([3, 20])) for _ in range(3))
        share = self.random.choice(self.numbers)
        times = self.random.choice([1, 1, 2, 5, 10, 10**6])
        whole, part = share.denominator * times, share.numerator * times
        part = max(0, part + self.random.choice([0, 0, 0, -1, 1]))
        return whole, part, self.random.choice([whole, max(0, whole - part), self.random.randint(0, 9)])

    def beside(self, scale):
        """A number at a threshold, or at its last digit below or above it."""
        pick = self.random.random()
        if pick < 0.2:
            return Fraction(self.random.randint(-300, 1500), 100) * (scale if self.random.random() < 0.3 else 1)
        digit = Fraction(self.random.choice([-1, 1]), 10 ** self.random.choice([0, 2, 2, 6]))
        return self.random.choice(self.numbers) * scale + self.random.choice([0, 0, digit])


def choices(declared):
    """All values of a fact that has but a few."""
    if declared.get("kind") == "yes_no":
        return [False, True]
    return [each["code"] for each in declared["levels"]] if declared.get("kind") == "level" else None


def read_once(rule, name):
    """Whether a rule reads a fact in one place only."""
    return len(re.findall(rf"\b{name}\b", str({key: each for key, each in rule.items() if key != "facts"}))) == 1


def within(number, declared):
    """The nearest value that the declaration allows."""
    least = declared.get("least", "0" if declared.get("kind", "count") == "count" else None)
    if least is not None:
        number = max(number, Fraction(least.strip("#")))
    if "most" in declared:
        number = min(number, Fraction(declared["most"].strip("#")))
    return Fraction(number)
