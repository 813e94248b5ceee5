#!/usr/bin/env python3
"""Whether the oracle would notice: each rule of the oracle is broken in turn, and must then contradict the library.

    broken.py --runner PROGRAM [--batches N] [--seed S]
"""
import argparse
import math
import operator
import random
import sys
from contextlib import nullcontext
from dataclasses import replace
from fractions import Fraction
from unittest.mock import patch

import formula
import rounding
import rules
import tree
from cases import Batch
from compare import Comparison
from criteria import CriteriaSet


def attribute(of, name, broken):
    return lambda: patch.object(of, name, broken)


def entry(table, **broken):
    return lambda: patch.dict(table, broken)


def whole_down(value, rule):
    units = (value - rules.threshold(rule.get("from", "0"))) / rules.threshold(rule.get("per", "1"))
    return Fraction(math.floor(units)) if rule.get("whole_units", False) else units


def never_clamped(value, rule):
    if rule.get("share") == "reject" and value > 1:
        raise rules.Refused
    return value


def whole_kept(parts, over, rule):
    rules.shared(formula.quotient(parts, over), rule)
    return over


def eager(condition, then, otherwise):
    return formula.applied(lambda holds, one, other: one if holds else other, condition, then, otherwise)


def only(limit):
    """Limits without the other one."""
    whole = rules.within
    return lambda value, rule, maximum: whole(value, {key: each for key, each in rule.items() if key == limit}, maximum)


def keeps_policy(name):
    """A leaf whose policy is this one counts as if it gave no points."""
    whole = tree.scope_of
    return lambda of_set, leaf: None if leaf.policy == name else whole(of_set, leaf)


def narrow(comparison, code):
    """A range that has lost its upper half."""
    said = comparison.answer.nodes[code]
    return said.lowest, (said.lowest + said.highest) / 2


BROKEN = {
    ">= is >": lambda: patch.dict(formula.COMPARE, {">=": operator.gt}),
    "< is <=": lambda: patch.dict(formula.COMPARE, {"<": operator.le}),
    "formulas read more than they need": attribute(formula, "chosen", eager),
    "from excludes its end": lambda: patch.dict(rules.ENDS, {
        "from": rules.ENDS["above"], "below": rules.ENDS["to"]}),
    "to excludes its end": lambda: patch.dict(rules.ENDS, {"to": rules.ENDS["below"], "above": rules.ENDS["from"]}),
    "whole units go down": attribute(rules, "units_of", whole_down),
    "shares are never clamped": attribute(rules, "shared", never_clamped),
    "shares are never rejected": attribute(rules, "shared", lambda value, rule: (
        value if rule.get("share", "none") == "none" else min(value, Fraction(1)))),
    "a cliff takes its own value": attribute(rules, "fails", lambda value, rule: (
        "fails" in rule and value <= rules.threshold(rule["fails"]["below"]))),
    "most is forgotten": attribute(rules, "within", only("least")),
    "least is forgotten": attribute(rules, "within", only("most")),
    "a clamped sum keeps its whole": attribute(rules, "whole_of", whole_kept),
    "a zero denominator earns nothing": entry(rules.ZERO_DENOMINATOR, full=rules.ZERO_DENOMINATOR["zero"]),
    "a zero denominator is no error": entry(rules.ZERO_DENOMINATOR, error=rules.ZERO_DENOMINATOR["zero"]),
    "a zero denominator always applies": entry(rules.ZERO_DENOMINATOR, not_applicable=rules.ZERO_DENOMINATOR["zero"]),
    "missing counts are one": entry(rules.ZERO, count=Fraction(1)),
    "the best is the worst": entry(rules.HOW, best=min),
    "half up is half down": entry(rounding.MODES, half_up=rounding.MODES["half_down"]),
    "half even is half up": entry(rounding.MODES, half_even=rounding.MODES["half_up"]),
    "down is floor": entry(rounding.MODES, down=rounding.MODES["floor"]),
    "self scores count": attribute(tree, "counts", lambda round_name, scorers: True),
    "the first appraisal stays": attribute(tree, "ROUNDS", ["self", "survey", "re_appraisal", "appraisal", "authority"]),
    "the survey is last": attribute(tree, "ROUNDS", ["self", "appraisal", "re_appraisal", "survey", "authority"]),
    "the widest scope is first": attribute(tree, "scopes_in_order", lambda leaving: sorted(
        leaving.values(), key=lambda each: each[0].level)),
    "criteria do not share out": attribute(tree, "scope_of", keeps_policy("rescale_criterion")),
    "fields do not share out": attribute(tree, "scope_of", keeps_policy("rescale_field")),
    "sets do not share out": attribute(tree, "scope_of", keeps_policy("rescale_total")),
    "nothing is bounded": attribute(tree, "bounded", lambda value, node: value),
    "fields are not rounded": attribute(tree, "PLACES", {0: "total"}),
    "totals are not rounded": attribute(tree, "PLACES", {1: "field"}),
    "bounds belong to no part": attribute(CriteriaSet, "part_of_bound", lambda of_set, group: None),
    "ranges are narrow": attribute(Comparison, "range_of", narrow),
    "remainders lose all again": attribute(tree.Evaluation, "left_to_lose", lambda evaluation, node: -next(
        each.maximum for each in node.parent.children if each.kind == "remainder")),
}


def contradictions(cases, broken):
    """The number of the first case that contradicts the library; nothing where none does."""
    sets = {}
    with broken():
        formula.parse.cache_clear()
        for tried, case in enumerate(cases, 1):
            text = case.of_set.text
            if text not in sets:
                sets[text] = CriteriaSet(text)
            if Comparison(replace(case, of_set=sets[text]), random.Random(1)).run().wrong:
                return tried
    return None


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runner", required=True, help="the program rules_runner")
    parser.add_argument("--batches", type=int, default=3)
    parser.add_argument("--seed", type=int, default=7)
    options = parser.parse_args()
    source = random.Random(options.seed)
    cases = [case for _ in range(options.batches) for case, _ in Batch(options.runner, source).compared()]
    failed = contradictions(cases, nullcontext) is not None
    if failed:
        print("the rules as they are contradict the library")
    for name, broken in BROKEN.items():
        tried = contradictions(cases, broken)
        failed = failed or tried is None
        print(f"{name}: {f'seen at unit {tried}' if tried else 'NOT SEEN'}")
    with BROKEN["most is forgotten"]():
        refusals_seen = bool(Batch(options.runner, source).wrong)
    print(f"most is forgotten, where a rule is refused: {'seen' if refusals_seen else 'NOT SEEN'}")
    failed = failed or not refusals_seen
    print(f"broken rules: {len(BROKEN)} tried with {len(cases)} units")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
