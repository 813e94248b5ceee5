"""One unit as the oracle and as the library score it. Where facts are missing the library names a range: it must hold
what comes of any facts in their place, and everything above the leaf follows from it exactly."""
import itertools
from dataclasses import dataclass
from fractions import Fraction

import rules
import tree
from criteria import read_json
from numbers_text import plain
from random_facts import choices, read_once
from rules import Outcome

SAMPLES = 6
ATTEMPTS = 10  # to find facts that are not refused
ABSENT_ELSEWHERE = ("rescale_criterion", "rescale_field", "rescale_total")


class Undecided(Exception):
    """All facts that were tried in the place of those that are missing are refused."""


def without_forms(facts):
    return {name: plain(value) if isinstance(value, str) else value for name, value in facts.items()}


@dataclass
class Case:
    """A unit of a set as text, the leaves that make facts for their rules, and what the library said."""
    of_set: object
    assessment: str
    context: dict
    leaves: list
    answer: object


class Comparison:
    def __init__(self, case, random):
        self.set = case.of_set
        self.assessment = read_json(case.assessment)
        self.context = {code: without_forms(facts) for code, facts in case.context.items()}
        self.made = {leaf.described["code"]: leaf for leaf in case.leaves}
        self.answer = case.answer
        self.random = random
        self.leaves = {leaf.code: leaf for leaf in self.set.leaves}
        self.wrong = []
        self.exact = set()  # leaves whose range is no wider than what their missing facts may give
        self.refused = set()  # JSON Pointers of the marks whose facts are refused
        self.compared = 0
        self.undecided = False

    def run(self):
        try:
            self.check_refusals()
            if not self.refused and not self.wrong:
                self.compare()
        except Undecided:
            self.undecided = True
        except rules.Contradiction as problem:
            self.wrong.append(str(problem))
        return self

    def differ(self, what, ours, theirs):
        if ours != theirs:
            self.wrong.append(f"{what}: {ours}, but the library says {theirs}")

    # Marks that are refused.

    def check_refusals(self):
        found = {pointer: message for _, pointer, message in self.answer.findings}
        for at, each in enumerate(self.assessment["rounds"]):
            for index, mark in enumerate(each["marks"]):
                pointer = f"/rounds/{at}/marks/{index}"
                if "facts" in mark:
                    self.check_refusal(mark, pointer, found.get(pointer))
        if self.refused:  # what becomes of the others is seen once these are left out
            return
        self.outcomes = self.settle_outcomes()
        try:
            tree.weights(self.set, {code for code, each in self.outcomes.items() if each and each.state == "absent"})
        except tree.NothingApplies:
            self.differ("whether a weight has nowhere to go", True,
                        len(found) == 1 and "nothing that applies is left" in list(found.values())[0])
            self.refused = set(found)
            return
        self.differ("refusals", [], list(found.values()))

    def check_refusal(self, mark, pointer, message):
        if message is not None:
            self.refused.add(pointer)
        leaf = self.leaves[mark["criterion"]]
        if message is not None and "nothing that applies is left" in message:
            return
        known, unknown = self.facts(leaf, mark)
        if not unknown:
            state = self.score(leaf, known).state
            return self.differ(f"{leaf.code} refuses its facts", state == "refused", message is not None)
        if message is None:
            return None
        if "its rule lacks facts" in message:
            policy = rules.policy(leaf.rule, self.set.rules, "missing_fact")
            return self.differ(f"{leaf.code} lacks facts", policy, "error")
        possible = {each.state for each in self.samples(leaf, known, unknown)}
        return self.differ(f"{leaf.code} refuses the facts that it has", possible, {"refused"})

    # Facts.

    def facts(self, leaf, mark):
        return rules.complete(leaf.rule, self.set.rules, {**mark["facts"], **self.context.get(leaf.code, {})})

    def score(self, leaf, facts):
        out = rules.score(leaf.rule, self.set.rules, leaf.rule_maximum(), facts)
        if out.state == "scored" and tree.bounded(out.points, leaf) != out.points:
            raise rules.Contradiction(f"{leaf.code} earns {out.points}, outside [{leaf.lowest}, {leaf.highest}]")
        return out

    def samples(self, leaf, known, unknown):
        """Outcomes with facts in the place of those that are missing: all, where these can be listed, or some."""
        lists = [choices(each) for each in unknown]
        if None not in lists:
            found = [self.score(leaf, known | dict(zip([each["name"] for each in unknown], values)))
                     for values in itertools.product(*lists)]
            once = all(read_once(leaf.rule, each["name"]) for each in unknown)
            if once and all(each.state != "refused" for each in found):
                self.exact.add(leaf.code)
            return found
        out = []
        for _ in range(SAMPLES):
            made = without_forms(self.made[leaf.code].facts.all(self.random))
            more = {each["name"]: rules.worth(made[each["name"]], each) for each in unknown}
            out.append(self.score(leaf, {**known, **more}))
        return out

    # Points.

    def settle_outcomes(self):
        marks = tree.counted_marks(self.set, self.assessment)
        self.possible = {}
        out = {}
        for leaf in self.set.leaves:
            mark = marks.get(leaf.code)
            out[leaf.code] = tree.outcome(self.set, leaf, mark, self.context)
            if mark is not None and out[leaf.code] is None:
                out[leaf.code] = self.settled(leaf, mark)
        return out

    def settled(self, leaf, mark):
        """What the library knows in spite of missing facts; nothing where the leaf is open."""
        possible = []
        for _ in range(ATTEMPTS):
            all_of_them = self.samples(leaf, *self.facts(leaf, mark))
            possible += [each for each in all_of_them if each.state != "refused"]
            if possible:
                break
        self.possible[leaf.code] = possible
        said = self.answer.nodes.get(leaf.code)
        if leaf.code in self.answer.absent:
            self.differ(f"{leaf.code} without some facts", {each.state for each in possible} | {"absent"}, {"absent"})
            return Outcome("absent")
        if said is None or said.unmarked:
            return None
        if not possible:
            raise Undecided
        self.differ(f"{leaf.code} without some facts", len(set(possible)), 1)
        return possible[0]

    def compare(self):
        opened = {code: self.range_of(code) for code in self.possible if self.outcomes[code] is None}
        evaluation = tree.Evaluation(self.set, self.outcomes, opened)
        ours = evaluation.run()
        for name in ("nodes", "parts"):
            mine, theirs = getattr(ours, name), getattr(self.answer, name)
            self.differ(name, sorted(mine), sorted(theirs))
            for code in mine.keys() & theirs.keys():
                self.differ(f"{name[:-1]} {code!r}", mine[code], theirs[code])
        mine, theirs = ours.ledger, dict(self.answer.ledger)
        for key in sorted(mine.keys() | theirs.keys()):
            self.differ(f"ledger of {key}", mine.get(key, 0), theirs.get(key, 0))
        self.differ("leaves that do not apply", ours.absent, self.answer.absent)
        self.compared = len(self.set.leaves)
        for code in opened:
            self.check_range(code, evaluation.factor[code])
        if ours.nodes[""].unmarked:
            self.check_completion()

    def check_range(self, code, factor):
        """The range of a leaf holds what may come of its missing facts. Where all of that is known, and no fact is read
        twice, it ends there."""
        leaf = self.leaves[code]
        full = leaf.maximum * factor if leaf.policy == "full" else Fraction(0)
        weight = factor if leaf.regular() else 1
        scores = [full if each.state == "absent" else each.points * weight for each in self.possible[code]]
        for score in scores:
            self.check_within(code, score)
        if code in self.exact:
            self.differ(f"range of {code}", (min(scores), max(scores)), self.range_of(code))

    def range_of(self, code):
        """As the library says it."""
        return self.answer.nodes[code].lowest, self.answer.nodes[code].highest

    def check_within(self, code, score):
        lowest, highest = self.range_of(code)
        if not lowest <= score <= highest:
            self.wrong.append(f"{code!r} may come to {score}, outside [{lowest}, {highest}]")

    def check_completion(self):
        """With everything known that was missing, no node leaves its range: that of leaves applying whose weight would go
        elsewhere, or would no longer inherit from others."""
        full = dict(self.outcomes)
        inherits = any(leaf.code in self.answer.absent and leaf.policy in ABSENT_ELSEWHERE for leaf in self.set.leaves)
        elsewhere = (*ABSENT_ELSEWHERE, "smaller_maximum") if inherits else ABSENT_ELSEWHERE
        for leaf in self.set.leaves:
            if full[leaf.code] is None and leaf.code in self.possible:
                usable = [each for each in self.possible[leaf.code]
                          if each.state == "scored" or leaf.policy not in elsewhere]
                if not usable:
                    return
                full[leaf.code] = self.random.choice(usable)
            elif full[leaf.code] is None and leaf.regular():
                score = self.random.choice([leaf.lowest, leaf.highest]) if leaf.states_maximum else Fraction(0)
                full[leaf.code] = Outcome("scored", score, score)
        for code, points in tree.Evaluation(self.set, full).run().nodes.items():
            self.check_within(code, points.score)
