"""The points of every node from the marks of a unit (include/parindex/assessment/evaluation.hpp): which marks count,
what follows where a leaf does not apply, bounds, roundings, and the ledger that explains the difference."""
from collections import defaultdict
from dataclasses import dataclass, field, replace
from fractions import Fraction

import rules
from criteria import figure
from rounding import rounded
from rules import Outcome

ROUNDS = ["self", "survey", "appraisal", "re_appraisal", "authority"]  # the one that counts is the last
PLACES = {0: "total", 1: "field"}  # what is rounded, by level
ENDS = ["score", "lowest", "highest"]
NONE = Fraction(0)


class NothingApplies(Exception):
    """The weight of a leaf that does not apply has nowhere to go."""


@dataclass
class Points:
    """Points of a node, as evaluation::points."""
    maximum: Fraction = NONE
    score: Fraction = NONE
    lowest: Fraction = NONE
    highest: Fraction = NONE
    unmarked: int = 0

    def add(self, other):
        self.maximum += other.maximum
        self.unmarked += other.unmarked
        known = self.highest is self.lowest is self.score and other.highest is other.lowest is other.score
        self.score += other.score
        if known:  # one sum is all three
            self.lowest = self.highest = self.score
        else:
            self.lowest += other.lowest
            self.highest += other.highest


@dataclass
class Evaluated:
    nodes: dict = field(default_factory=dict)  # code to Points
    parts: dict = field(default_factory=lambda: defaultdict(Points))
    ledger: dict = field(default_factory=lambda: defaultdict(Fraction))  # (code, kind) to the amount
    absent: set = field(default_factory=set)


def counts(round_name, scorers):
    """A self score counts only where nobody else scores the part."""
    return round_name != "self" or scorers == ["unit"]


def counted_marks(of_set, assessment):
    """By code, the mark that counts."""
    out = {}
    scorers = {leaf.code: of_set.scorers[leaf.part] for leaf in of_set.leaves}
    for each in sorted(assessment["rounds"], key=lambda each: ROUNDS.index(each["round"])):
        for mark in each["marks"]:
            if counts(each["round"], scorers[mark["criterion"]]):
                out[mark["criterion"]] = mark
    return out


def outcome(of_set, leaf, mark, context):
    """What a mark says; nothing where facts are missing, or where the leaf has no mark."""
    if mark is None:
        return None
    if "score" in mark:
        score = figure(mark["score"])
        return Outcome("scored", score, score)
    if "loss" in mark:
        score = leaf.maximum - figure(mark["loss"])
        return Outcome("scored", score, score)
    if "not_applicable" in mark:
        return Outcome("absent")
    facts, unknown = rules.complete(leaf.rule, of_set.rules, {**mark["facts"], **context.get(leaf.code, {})})
    return None if unknown else rules.score(leaf.rule, of_set.rules, leaf.rule_maximum(), facts)


def scope_of(of_set, leaf):
    """The group among whose leaves the weight of a leaf is shared out."""
    if leaf.policy == "rescale_criterion":
        return leaf.parent
    if leaf.policy == "rescale_total":
        return of_set.root
    if leaf.policy == "rescale_field":
        group = leaf.parent
        while group.level > 1:
            group = group.parent
        return group
    return None


def scopes_in_order(leaving):
    """The innermost first: what lies in it is then all that a wider one sees."""
    return sorted(leaving.values(), key=lambda each: -each[0].level)


def weights(of_set, absent):
    """By code, how much more a leaf weighs for this unit than in the set."""
    factor = {node.code: Fraction(1) for node in of_set.nodes if node.kind != "group"}
    gone, leaving = set(), {}
    for leaf in of_set.leaves:
        if leaf.code in absent and leaf.regular():
            scope = scope_of(of_set, leaf)
            if scope is not None:
                leaving.setdefault(scope.code, (scope, []))[1].append(leaf)
            elif leaf.policy == "smaller_maximum":
                gone.add(leaf.code)
    for scope, leaves in scopes_in_order(leaving):
        gone.update(leaf.code for leaf in leaves)
        heirs = [node for node in scope.below() if node.kind != "group" and node.regular() and node.code not in gone]
        left = sum(leaf.maximum * factor[leaf.code] for leaf in leaves)
        stays = sum(node.maximum * factor[node.code] for node in heirs)
        if left == 0:
            continue
        if stays == 0:
            raise NothingApplies
        for node in heirs:
            factor[node.code] *= (stays + left) / stays
    return factor | {code: Fraction(0) for code in gone}


def bounded(value, node):
    if node.lowest is not None and value < node.lowest:
        return node.lowest
    return node.highest if node.highest is not None and value > node.highest else value


class Evaluation:
    """`outcomes` are by code; a leaf without one is open. `opened` gives what leaves may still earn whose facts are
    missing."""

    def __init__(self, of_set, outcomes, opened=None):
        self.set = of_set
        self.outcomes = outcomes
        self.opened = opened or {}
        self.out = Evaluated(absent={code for code, each in outcomes.items() if each and each.state == "absent"})
        self.factor = weights(of_set, self.out.absent)

    def run(self):
        self.group(self.set.root)
        self.out.ledger = {key: amount for key, amount in self.out.ledger.items() if amount != 0}
        return self.out

    def enter(self, node, kind, amount):
        self.out.ledger[node.code, kind] += amount

    def leaf(self, node):
        factor = self.factor[node.code]
        weighed = factor if node.regular() else Fraction(1)
        own = Points(node.maximum * factor)
        self.enter(node, "rescale", node.maximum - own.maximum)
        kind = "loss" if node.regular() else node.points
        found = self.outcomes.get(node.code)
        if node.kind == "remainder":
            own.score = own.lowest = own.highest = own.maximum
        elif found is None:
            self.open(node, own, factor)
            self.enter(node, kind, own.maximum - own.highest)
        elif found.state == "absent":
            if node.policy == "full":
                own.score = own.lowest = own.highest = own.maximum
            self.enter(node, kind, own.maximum - own.score)
        else:
            own.score = own.lowest = own.highest = own.maximum - (node.maximum - found.points) * weighed
            self.enter(node, kind, (node.maximum - found.points) * weighed)
        return own

    def open(self, node, own, factor):
        """Not scored yet. Bonus points and penalties that nobody gave are none."""
        if node.code in self.opened:
            own.unmarked, (own.lowest, own.highest) = 1, self.opened[node.code]
        elif node.regular():
            own.unmarked, own.highest = 1, own.maximum
            own.lowest = (node.lowest if node.states_maximum else self.left_to_lose(node)) * factor

    def left_to_lose(self, node):
        """A leaf known only by its loss can lose what the remainder beside it still holds."""
        beside = node.parent.children
        holds = next(each.maximum for each in beside if each.kind == "remainder")
        lost = sum(-self.outcomes[each.code].exact for each in beside
                   if not each.states_maximum and self.outcomes.get(each.code))
        return lost - holds

    def group(self, node):
        own = Points()
        lost = False  # what is left of a remainder is lost once, however many leaves may lose it
        for child in node.children:
            if child.kind == "group":
                own.add(self.group(child))
                continue
            points = self.leaf(child)
            may_lose = not child.states_maximum and points.unmarked > 0
            once = {"lowest": Fraction(0)} if may_lose and lost else {}
            lost = lost or may_lose
            self.out.parts[child.part].add(replace(points, **once))
            self.out.nodes[child.code] = self.rounded(child, points)
            own.add(replace(self.out.nodes[child.code], **once))
        part = self.set.part_of_bound(node)
        limited = self.changed(node, own, "limit", lambda value: bounded(value, node))
        if part is not None:
            self.out.parts[part].add(Points(0, *[getattr(limited, end) - getattr(own, end) for end in ENDS]))
        self.out.nodes[node.code] = self.rounded(node, limited)
        return self.out.nodes[node.code]

    def changed(self, node, points, kind, change):
        """Bounds and roundings never fall, so the changed ends of a range are the ends of the changed range."""
        if points.highest is points.lowest is points.score:
            out = replace(points, **dict.fromkeys(ENDS, change(points.score)))
        else:
            out = replace(points, **{end: change(getattr(points, end)) for end in ENDS})
        self.enter(node, kind, points.highest - out.highest)
        return out

    def rounded(self, node, points):
        """Of a field and of the whole; it belongs to no part."""
        how = self.set.rounding.get(PLACES.get(node.level))
        if how is None:
            return points
        return self.changed(node, points, "rounding",
                            lambda value: rounded(value, int(rules.number(how["places"])), how.get("mode", "half_up")))
