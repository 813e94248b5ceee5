"""Random units for a set: marks in all rounds that give facts, scores or losses, or say that a leaf does not apply."""
from fractions import Fraction

from numbers_text import any_figure, plain, text_of
from random_sets import KEY, PARTS

ROUNDS = {"unit": ["self"], "appraiser": ["appraisal", "re_appraisal"], "survey": ["survey"],
          "authority": ["authority"]}


class UnitMaker:
    """A unit as JSON values; `context` has the facts from outside it, by criterion and name."""

    def __init__(self, random, made):
        self.random = random
        self.rounds = {}
        self.context = {}
        self.hides = self.chance(0.4)  # whether facts are missing
        self.rounds_fields = "field" in made.described.get("rounding", {})
        for leaf in made.leaves:
            if not self.chance(0.06):
                self.mark(leaf)
        unit = {"code": "u", "name": "Đơn vị"}
        if "unit_groups" in made.described:
            unit["group"] = "xa"
        rounds = [{"round": each, "marks": marks} for each, marks in self.rounds.items()]
        self.random.shuffle(rounds)
        self.described = {"format": "parindex.assessment/1", "set": KEY, "unit": unit, "year": 2025, "rounds": rounds}

    def chance(self, share):
        return self.random.random() < share

    def mark(self, leaf):
        """Often in one round only."""
        rounds = [each for scorer in PARTS[leaf.described["part"]] for each in ROUNDS[scorer]]
        for each in self.random.sample(rounds, len(rounds) if self.chance(0.3) else 1):
            self.rounds.setdefault(each, []).append({"criterion": leaf.described["code"], **self.given(leaf)})

    def given(self, leaf):
        if leaf.may_lose is not None:
            return {"loss": self.between(Fraction(0), leaf.may_lose)}
        if leaf.points == "regular" and leaf.policy != "forbidden" and self.chance(0.2):
            return {"not_applicable": "Không phát sinh"}
        if "rule" in leaf.described and self.chance(0.92):
            return {"facts": self.facts(leaf)}
        most = Fraction(plain(leaf.described.get("maximum", "5")))
        if leaf.points == "penalty":
            return {"loss": self.between(Fraction(0), most)} if self.chance(0.5) else {
                "score": self.between(-most, Fraction(0))}
        least = Fraction(plain(leaf.described.get("minimum", "0")))
        if leaf.points == "bonus" or self.chance(0.5):
            return {"score": self.between(least, most)}
        return {"loss": self.between(Fraction(0), most - least)}

    def between(self, least, most):
        share = Fraction(self.random.choice([0, 1000, 1000, self.random.randint(0, 1000)]), 1000)
        return any_figure(self.random, text_of(least + (most - least) * share))

    def facts(self, leaf):
        """Those of the mark; the others go to the context. The rounding of a field would hide what is open."""
        rule = leaf.described["rule"]
        outside = {each["name"] for each in rule["facts"] if each.get("source") == "context"}
        marked = {}
        hides = self.hides and (leaf.level > 1 or not self.rounds_fields)
        for name, value in leaf.facts.all(self.random).items():
            if hides and self.chance(0.2):
                continue
            if name in outside:
                self.context.setdefault(leaf.described["code"], {}).setdefault(name, value)
            else:
                marked[name] = value
        return marked
