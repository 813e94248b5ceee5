"""Random rules of all seven kinds within each other, with every option and policy."""
from formula import names
from numbers_text import any_form, text

FACTS = {"a": "count", "b": "count", "c": "count", "n": "number", "p": "percent", "x": "yes_no", "y": "yes_no",
         "d": "date", "e": "date", "s": "level", "t": "level"}
LEVELS = {"s": ["good", "fair", "bad"], "t": ["early", "in_time", "late", "none"]}
MODES = ["half_up", "half_even", "half_down", "down", "up", "floor", "ceiling"]
DEEPEST = 3


def rounding(random, least=0, most=3):
    out = {"places": any_form(random, str(random.randint(least, most)))}
    if random.random() < 0.8:
        out["mode"] = random.choice(MODES)
    return out


def policies(random, often):
    """`often`: how often each is given."""
    out = {}
    if random.random() < often:
        out["zero_denominator"] = random.choice(["full", "zero", "zero", "not_applicable", "error"])
    if random.random() < often:
        out["missing_fact"] = random.choice(["open", "open", "zero", "error"])
    if random.random() < often / 2:
        out["rounding"] = rounding(random)
    return out


class RuleMaker:
    """Rules of one leaf. Some are refused by the static checks; the caller asks for another then."""

    def __init__(self, random, points, minimum):
        self.random = random
        self.penalty = points == "penalty"
        self.least = "-100%" if self.penalty else minimum

    def make(self, attempt=0):
        """The more attempts were refused, the simpler is the rule."""
        if attempt > 3:
            top = {"kind": "formula", "points": "-max" if self.penalty else "max"}
        else:
            top = self.within_bounds() if attempt > 1 or self.chance(0.5) else self.any(0)
        rule = {"facts": self.declared(top), **policies(self.random, 0.5), **top}
        if attempt > 1:
            rule |= {"rounding": rounding(self.random, 7, 9), "zero_denominator": "zero"}
        return rule

    def chance(self, share):
        return self.random.random() < share

    def form(self, number):
        return any_form(self.random, number)

    def within_bounds(self):
        """What reaches the maximum and never leaves the bounds, whatever stands in it."""
        best = {"kind": "cases", "cases": [{"if": "x", "points": "0%" if self.penalty else "100%"}],
                "otherwise": {"points": "0%"}}
        rules = [self.any(1) for _ in range(self.random.randint(1, 2))] + [best]
        return {"kind": "combine", "how": self.random.choice(["sum", "best"]), "rules": rules,
                "least": self.least, "most": "0" if self.penalty else "100%"}

    def any(self, depth):
        kinds = [self.steps, self.steps, self.linear, self.linear, self.weighted_sum, self.formula, self.levels,
                 self.cases]
        if depth < DEEPEST:
            kinds.append(self.combine)
        out = self.random.choice(kinds)(depth)
        if self.chance(0.1):
            out["label"] = "Kết quả"
        return out

    # Points.

    def points(self):
        if self.chance(0.7):
            share = self.random.choice([0, 20, 25, 50, 50, 60, 75, 80, 100, 100])
            return f"{'-' if self.penalty and share else ''}{share}%"
        size = self.random.choice(["0", "0.1", "0.25", "0.3", "0.5", "0.75", "1", "0.125"])
        below = size != "0" and self.penalty != self.chance(0.05)
        return self.form(("-" if below else "") + size)

    def outcome(self, depth):
        if depth < DEEPEST and self.chance(0.15):
            return {"rule": self.any(depth + 1)}
        return {"points": self.points()}

    def limits(self, often=0.6):
        out = {}
        if self.chance(often):
            out["least"] = self.least if self.chance(0.7) else "-100%" if self.penalty else "10%"
        if self.chance(often):
            out["most"] = self.form("0") if self.penalty else self.random.choice(["100%", "100%", "90%", "50%"])
        return out

    def share(self):
        policy = self.random.choice(["none", "clamp", "reject", None])
        return {} if policy is None else {"share": policy}

    # Kinds.

    def levels(self, depth):
        fact = self.random.choice(list(LEVELS))
        codes = self.random.sample(LEVELS[fact], len(LEVELS[fact]))
        return {"kind": "levels", "fact": fact, "levels": [{"level": each, **self.outcome(depth)} for each in codes]}

    def cases(self, depth):
        cases = [{"if": self.condition(2), **self.outcome(depth)} for _ in range(self.random.randint(1, 3))]
        return {"kind": "cases", "cases": cases, "otherwise": self.outcome(depth)}

    def steps(self, depth):
        of, ends = self.random.choice([(self.quantity(), self.percents()), (self.count(), self.wholes()),
                                       ("p", self.percents()), ("n", self.wholes()),
                                       (self.random.choice("de"), self.dates())])
        steps, low = [], {}
        for end in ends:
            if self.chance(0.15) and "from" not in low:  # a value of its own
                steps += [{**low, "below": end, **self.outcome(depth)}, {"at": end, **self.outcome(depth)}]
                low = {"above": end}
                continue
            high, after = self.random.choice([("to", "above"), ("below", "from")])
            steps.append({**low, high: end, **self.outcome(depth)})
            low = {after: end}
        steps.append({**low, **self.outcome(depth)})
        self.random.shuffle(steps)
        return {"kind": "steps", "of": of, **({} if of in ("a", "b", "c", "d", "e") else self.share()), "steps": steps}

    def percents(self):
        return [f"{text(each, 1)}%" for each in sorted(self.random.sample(range(100, 1025, 25), self.random.randint(0, 4)))]

    def wholes(self):
        return [self.form(str(each)) for each in sorted(self.random.sample(range(1, 20), self.random.randint(1, 4)))]

    def dates(self):
        days = sorted(self.random.sample(range(1, 29), self.random.randint(1, 3)))
        return [f"2025-03-{day:02d}" for day in days]

    def linear(self, depth):
        out = {"kind": "linear", "of": self.quantity(), **self.share(), "points": self.points()}
        if self.chance(0.4):
            out["start"] = self.points()
        if self.chance(0.5):
            out["from"] = self.edge()
        if self.chance(0.5):
            out["per"] = self.random.choice(["10%", "5%", "12.5%", self.form("2"), self.form("0.5"), self.form("3")])
        if self.chance(0.4):
            out["whole_units"] = self.chance(0.8)
        if self.chance(0.4):
            out["fails"] = {"below": self.edge(), "points": self.points()}
        return out | self.limits()

    def edge(self):
        return self.random.choice(["50%", "70%", "80%", "37.5%", "100%", self.form("1"), self.form("0.9"), self.form("3")])

    def weighted_sum(self, depth):
        terms = [{"of": self.random.choice([self.count(), self.quantity()]), "points": self.points()}
                 for _ in range(self.random.randint(1, 3))]
        out = {"kind": "weighted_sum", "terms": terms}
        if self.chance(0.5):
            out["start"] = self.points()
        if self.chance(0.7):
            out |= {"over": self.random.choice(["a", "c", "a + b + c", self.number(1)]), **self.share()}
        return out | self.limits()

    def combine(self, depth):
        return {"kind": "combine", "how": self.random.choice(["sum", "best", "worst"]),
                "rules": [self.any(depth + 1) for _ in range(self.random.randint(1, 3))], **self.limits()}

    def formula(self, depth):
        of = self.random.choice([self.number(3), "min(b / a, 1) * max", "if(a = 0, max, b / a * max)", "max - 0.25 * c",
                                 "p * max", self.form("0.5")])
        return {"kind": "formula", "points": ("-" + of if of[0] in "mp" else of) if self.penalty else of, **self.limits(0.9)}

    # Formulas.

    def count(self):
        return self.random.choice("abc")

    def quantity(self):
        usual = ["b/a", "b / a", "b/a", "b/c", "p", "(a+b)/c", "b/(a-1)", "n", "p - n", "a", "c"]
        return self.random.choice(usual) if self.chance(0.85) else self.number(2)

    def number(self, depth):
        if depth <= 0:
            return self.random.choice(["a", "b", "c", "n", "p", "0", "2", "0.25", "80%", "max"])
        one, two = self.number(depth - 1), self.number(depth - 1)
        return self.random.choice([
            f"({one} + {two})", f"({one} - {two})", f"{one} - {two} - {one}", f"{one} * {two}", f"({one}) / ({two})",
            f"({one} / {self.count()})", f"min({one}, {two}, 1)", f"max({one},{two})", f"(-{self.number(0)})",
            f"round({one}, {self.random.randint(0, 2)})", f"floor({one})", f"ceil({one})",
            f"if({self.condition(depth - 1)}, {one}, {two})", f"if(a = 0, {one}, b / a)", "(d - e)"])

    def condition(self, depth):
        sign = self.random.choice(["=", "!=", "<", "<=", ">", ">="])
        if depth <= 0 or self.chance(0.3):
            return self.random.choice([
                self.random.choice("xy"), f"d {sign} e", f"{self.number(0)} {sign} {self.number(0)}",
                f"b / a {sign} {self.random.choice(['80%', '0.5', '1', '75%'])}", f"a != 0 and b/a {sign} 0.5"])
        one, two = self.condition(depth - 1), self.condition(depth - 1)
        return self.random.choice([f"({one}) and ({two})", f"({one}) or ({two})", f"not ({one})",
                                   f"{one} or {two} and {self.random.choice('xy')}"])

    # Facts.

    def declared(self, rule):
        """The facts that the rule reads, some from outside the unit, some with bounds."""
        read = facts_of(rule)
        return [self.declaration(name) for name in FACTS if name in read]

    def declaration(self, name):
        out = {"name": name}
        kind = FACTS[name]
        if kind != "count" or self.chance(0.3):
            out["kind"] = kind
        if kind == "level":
            out["levels"] = [{"code": each} for each in LEVELS[name]]
        if self.chance(0.15):
            out["source"] = "context"
        if kind == "count":
            self.bounds(out, 0.2, [0, 1, 2], [5, 40, 1000000])
        elif kind == "percent":
            self.bounds(out, 0.6, [0], [100])
        elif kind == "number":
            self.bounds(out, 0.5, [-5, 0, 1], [5, 20])
        return out

    def bounds(self, to, often, least, most):
        if self.chance(often):
            to["least"] = self.form(str(self.random.choice(least)))
        if self.chance(often):
            to["most"] = self.form(str(self.random.choice(most)))


FORMULAS = {"of", "if", "over"}


def facts_of(rule):
    """All facts that a rule and the rules within it read."""
    out = set()
    for key, value in rule.items():
        if key == "fact":
            out.add(value)
        elif isinstance(value, str) and (key in FORMULAS or (key == "points" and rule.get("kind") == "formula")):
            out |= names(value) & set(FACTS)
        for inner in value if isinstance(value, list) else [value]:
            if isinstance(inner, dict):
                out |= facts_of(inner)
    return out
