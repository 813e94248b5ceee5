"""Random criteria sets with rules, nested, with everything that a set can say about points."""
import functools
from dataclasses import dataclass
from fractions import Fraction

from numbers_text import any_figure, plain, text, text_of
from random_facts import FactMaker
from random_rules import RuleMaker, policies, rounding

KEY = {"number": "1/QĐ-UBND", "issuer": "UBND tỉnh", "date": "2025-01-02"}
POLICIES = ["forbidden", "full", "zero", "smaller_maximum", "rescale_criterion", "rescale_field", "rescale_total"]
PARTS = {"a": ["unit", "appraiser"], "s": ["survey"], "t": ["authority"], "u": ["unit"], "m": ["appraiser", "survey"]}


@dataclass
class Leaf:
    """A leaf, with what it has from the groups around it."""
    described: dict
    points: str
    policy: str
    level: int
    may_lose: Fraction | None = None  # known only by its loss, which is at most this

    @functools.cached_property
    def facts(self):
        """Of its rule, once that is accepted."""
        return FactMaker(self.described["rule"])


class SetMaker:
    """A set as JSON values, and its leaves."""

    def __init__(self, random):
        self.random = random
        self.codes = 0
        self.leaves = []
        self.described = self.whole()

    def chance(self, share):
        return self.random.random() < share

    def points(self, least=0):
        if self.chance(0.3):
            return text(self.random.randint(25 * least, 400), 2)
        return self.random.choice(["0.25", "0.5", "1", "1", "1.5", "2", "2", "3", "4", "10"])

    def whole(self):
        out = {"format": "parindex.criteria/1", "decision": KEY, "name": "Bộ tiêu chí",
               "parts": [{"code": code, "name": code, "scored_by": scorers} for code, scorers in PARTS.items()]}
        if self.chance(0.2):
            out["unit_groups"] = [{"code": "so", "name": "Sở, ban, ngành"}, {"code": "xa", "name": "Xã, phường"}]
        if self.chance(0.7):
            out["not_applicable"] = self.random.choice(POLICIES)
        if self.chance(0.6):
            out["rules"] = policies(self.random, 0.5)
            if "rounding" in out["rules"]:
                out["rules"]["rounding"] = rounding(self.random, 2, 4)
        if self.chance(0.4):
            out["rounding"] = {place: rounding(self.random) for place in ("field", "total") if self.chance(0.7)}
        if self.chance(0.15):
            out["cap"] = any_figure(self.random, text(self.random.randint(50, 400), 1))
        if self.chance(0.15):
            out["minimum"] = any_figure(self.random, text(self.random.randint(-20, 50), 1))
        policy = out.get("not_applicable", "forbidden")
        fields = [self.group(1, policy, None, "regular") for _ in range(self.random.randint(1, 4))]
        fields += [self.leaf(1, policy, part, "regular") for part in PARTS]  # no part without a criterion
        self.random.shuffle(fields)
        return out | {"fields": fields}

    def criterion(self):
        self.codes += 1
        return {"code": f"K{self.codes}", "name": f"Tiêu chí {self.codes}"}

    def group(self, level, policy, part, points):
        out = self.criterion()
        if self.chance(0.3):
            out["not_applicable"] = policy = self.random.choice(POLICIES)
        if points == "regular" and self.chance(0.12):
            out["points"] = points = self.random.choice(["bonus", "penalty"])
        bounded = self.chance(0.2)
        if bounded and part is None:
            part = self.random.choice(list(PARTS))
        children = []
        for _ in range(self.random.randint(1, 4)):
            deeper = level < 4 and self.chance(0.3)
            children.append((self.group if deeper else self.leaf)(level + 1, policy, part, points))
        if bounded:
            self.bound(out, points)
        if points == "regular" and self.chance(0.3):
            self.state_maximum(out, children, part)
        return out | {"children": children}

    def bound(self, to, points):
        cap = text(self.random.choice([0, 50, 125, 300, 650]), 2)
        to["cap"] = any_figure(self.random, cap)
        if points == "regular":
            to["minimum"] = any_figure(self.random, self.random.choice(["-1", "0", "0", cap]))

    def state_maximum(self, to, children, part):
        """The sum of the children, with what is not itemised, and leaves known only by their loss that share that."""
        total = sum((maximum_of(child) for child in children), Fraction(0))
        if self.chance(0.5):
            rest = self.criterion() | {"part": part or "a", "remainder": {"assumption": "Không mất điểm."}}
            holds = self.points(1)
            total += Fraction(holds)
            children.append(rest)
            for _ in range(self.random.randint(0, 2)):
                children.append(self.criterion() | {"part": rest["part"]})
                self.leaves.append(Leaf(children[-1], "regular", "forbidden", 2, Fraction(holds) / 2))
        to["maximum"] = any_figure(self.random, text_of(total))

    def leaf(self, level, policy, part, points):
        out = self.criterion()
        if points == "regular" and self.chance(0.1) and level > 1:
            out["points"] = points = self.random.choice(["bonus", "penalty"])
        out["part"] = part or self.random.choice(list(PARTS))
        if points != "penalty" or self.chance(0.8):
            out["maximum"] = any_figure(self.random, self.points(1))
        if points == "regular" and self.chance(0.12):
            out["minimum"] = any_figure(self.random, self.random.choice(["-1", "-0.5", "0"]))
        if self.chance(0.25):
            out["not_applicable"] = policy = self.random.choice(POLICIES)
        if "maximum" in out and self.chance(0.85):
            out["rule"] = self.rule(out, points)
        self.leaves.append(Leaf(out, points, policy, level))
        return out

    def rule(self, described, points, attempt=0):
        return RuleMaker(self.random, points, plain(described.get("minimum", "0"))).make(attempt)


def maximum_of(described):
    """What a node adds to its group."""
    if described.get("points", "regular") != "regular":
        return Fraction(0)
    if "children" in described and "maximum" not in described:
        return sum((maximum_of(child) for child in described["children"]), Fraction(0))
    return Fraction(plain(described.get("maximum", "0")))
