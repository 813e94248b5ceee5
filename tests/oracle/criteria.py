"""A criteria set as a tree, read from the text of its file alone (include/parindex/criteria/criteria_description.hpp)."""
import json
from dataclasses import dataclass, field
from fractions import Fraction

from rules import number


def read_json(text):
    """Numbers become Fractions from their digits; no binary floating point comes in."""
    return json.loads(text, parse_float=Fraction, parse_int=Fraction)


def figure(value):
    return None if value is None else number(value["value"] if isinstance(value, dict) else value)


@dataclass
class Node:
    """A node of the tree. `maximum` is what it adds to its parent; `lowest` and `highest` are what it counts as."""
    code: str
    level: int
    points: str
    policy: str
    part: str | None
    kind: str
    parent: "Node | None" = None
    maximum: Fraction = Fraction(0)
    lowest: Fraction | None = None
    highest: Fraction | None = None
    states_maximum: bool = True
    rule: dict | None = None
    children: list = field(default_factory=list)

    def below(self):
        """The node and all nodes below it, parents first."""
        yield self
        for child in self.children:
            yield from child.below()

    def regular(self):
        return self.points == "regular"

    def rule_maximum(self):
        """What its rule calls its maximum."""
        if self.regular():
            return self.maximum
        return self.highest if self.points == "bonus" else -self.lowest


class CriteriaSet:
    def __init__(self, text):
        self.text = text
        described = read_json(text)
        self.rules = described.get("rules", {})
        self.rounding = described.get("rounding", {})
        self.scorers = {part["code"]: part["scored_by"] for part in described["parts"]}
        self.root = Node("", 0, "regular", described.get("not_applicable", "forbidden"), None, "group",
                         lowest=figure(described.get("minimum")), highest=figure(described.get("cap")))
        for child in described["fields"]:
            self.add(child, self.root)
        self.settle(self.root, figure(described.get("maximum")))
        self.nodes = list(self.root.below())
        self.leaves = [node for node in self.nodes if node.kind == "leaf"]

    def add(self, described, parent):
        kind = "remainder" if "remainder" in described else "group" if described.get("children") else "leaf"
        inherited = parent.points if not parent.regular() else described.get("points", "regular")
        node = Node(described["code"], parent.level + 1, inherited, described.get("not_applicable", parent.policy),
                    described.get("part"), kind, parent, rule=described.get("rule"))
        parent.children.append(node)
        for child in described.get("children", []):
            self.add(child, node)
        maximum = figure(described.get("maximum"))
        if kind == "group":
            self.bound(node, figure(described.get("minimum")), figure(described.get("cap")))
            self.settle(node, maximum)
        elif kind == "leaf":
            least = figure(described.get("minimum"))
            node.states_maximum = maximum is not None or not node.regular()
            self.bound(node, least if least is not None or maximum is None else Fraction(0), maximum)
            if node.regular() and maximum is not None:
                node.maximum = maximum

    @staticmethod
    def bound(node, least, most):
        """Bonus leaves add from 0 to their most, penalty leaves take from 0 to theirs; groups are only capped."""
        none = Fraction(0) if node.kind == "leaf" else None
        node.lowest, node.highest = {
            "regular": (least, most),
            "bonus": (none, most),
            "penalty": (None if most is None else -most, none),
        }[node.points]

    @staticmethod
    def settle(group, stated):
        """The maximum of a group is stated or the sum; a remainder is what is stated and not itemised."""
        itemised = sum((child.maximum for child in group.children), Fraction(0))
        for child in group.children:
            if child.kind == "remainder":
                child.maximum = stated - itemised
        if group.regular():
            group.maximum = itemised if stated is None else stated

    def part_of_bound(self, group):
        """The part that bears what the bounds of a group take or give; nothing for the whole set."""
        if group is self.root or (group.lowest is None and group.highest is None):
            return None
        return next(node.part for node in group.below() if node.kind != "group")
