#!/usr/bin/env python3
"""Whether the oracle would notice: each rule of the oracle is broken in turn, and must then contradict the library.

    broken.py --runner PROGRAM [--questionnaires N] [--seed S]
"""
import argparse
import random
import sys
from contextlib import nullcontext
from fractions import Fraction
from unittest.mock import patch

import aggregation
import counting
import form
import formulas
from cases import make_cases
from compare import Comparison
from library import ask


def rule(of, name, broken):
    """The rule as others see it, in whichever modules they have imported it."""
    return [patch.object(module, name, broken) for module in (form, counting, formulas, aggregation)
            if getattr(module, name, None) is getattr(of, name)]


def instead(table, name, broken):
    return [patch.dict(table, {name: broken})]


def policy_but(own=True, least="least_favourable", refuse="refuse"):
    """The policy with something else in it."""
    def broken(question, state):
        if state in form.LEFT_OUT:
            return "exclude"
        said = question.form_missing.get(state, "exclude")
        if own:
            said = question.own_missing.get(state, said)
        return {"least_favourable": least, "refuse": refuse}.get(said, said)
    return rule(form, "policy", broken)


def state_but(state, other):
    whole = counting.marked_state
    return rule(counting, "marked_state", lambda question, mark: (
        other if whole(question, mark) == state else whole(question, mark)))


def index_of(condition):
    return rule(form, "in_index", condition)


def zero_where_none(values):
    values = [each or 0 for each in values]
    return (Fraction(sum(values), len(values)), 1) if values else (0, 0)


def within_closed(number, category):
    return (Fraction(category.get("from", "0")) <= number <= Fraction(category.get("below", "1000")))


def within_open(number, category):
    return Fraction(category.get("from", "-1")) < number < Fraction(category.get("below", "1000"))


verdicts = counting.verdicts
yes_of_issued = formulas.yes_of_issued
levels_of = formulas.levels_of


def any_verdict(of_form, scope, outcomes):
    told = list(verdicts(of_form, scope, outcomes))
    return [any(told)] if told else []


def answered_verdicts(of_form, scope, outcomes):
    return [not each.satisfied.isdisjoint(outcomes[each.code][1]) for each in of_form.items(scope)
            if outcomes[each.code][0] == "answered"]


def verdicts_of_everybody(of_form, scope, outcomes):
    return list(verdicts(of_form, scope, outcomes)) or [True]


def per_mention(of_form, scope, counts):
    right, number = formulas.share(formulas.the_question(of_form, scope), counts)
    return formulas.over_one(Fraction(right, number) if number else None)


def of_valid(of_form, scope, counts):
    return yes_of_issued(of_form, scope, counts)[0], counts.valid


def number_of_levels(items):
    return levels_of(items)[0], len(items[0].levels)


BROKEN = {
    # What became of a question.
    "several marks are an answer": state_but("several_marked", "answered"),
    "typing errors are blank": state_but("out_of_range", "blank"),
    "nothing is left out": rule(counting, "is_asked", lambda question, outcomes: True),
    "one condition is enough": rule(counting, "is_asked", lambda question, outcomes: not question.asked_if or any(
        counting.holds(each, outcomes) for each in question.asked_if)),
    "any answer opens a route": rule(counting, "holds", lambda condition, outcomes: (
        outcomes[condition[0]][0] == "answered")),
    "what is off the route opens a route": rule(counting, "holds", lambda condition, outcomes: (
        outcomes[condition[0]][0] != "several_marked" and not condition[1].isdisjoint(outcomes[condition[0]][1]))),
    "several marks open a route": rule(counting, "holds", lambda condition, outcomes: (
        outcomes[condition[0]][0] != "off_route" and not condition[1].isdisjoint(outcomes[condition[0]][1]))),
    # Which sheets are valid.
    "the minimum must be exceeded": rule(counting, "enough", lambda answered, asked, minimum: (
        asked == 0 or Fraction(answered, asked) > minimum or minimum == 0)),
    "what was left out was asked": rule(counting, "was_asked", lambda state: True),
    "every sheet is valid": rule(counting, "is_valid", lambda of_form, outcomes: True),
    # Groups.
    "bands hold their upper ends": rule(counting, "within", within_closed),
    "bands leave out their lower ends": rule(counting, "within", within_open),
    # What counts.
    "least favourable is left out": policy_but(least="exclude"),
    "questions have no policy of their own": policy_but(own=False),
    "nothing is refused": policy_but(refuse="exclude"),
    "the overall question counts": index_of(lambda each: each.kind == "satisfaction" and not each.multiple),
    "perceptions count": index_of(lambda each: each.kind != "need" and not each.multiple and not each.overall),
    "needs count": index_of(lambda each: each.kind != "perception" and not each.multiple and not each.overall),
    "several marks count": index_of(lambda each: each.kind == "satisfaction" and not each.overall),
    # Formulas.
    "what is missing is no answer": rule(formulas, "lacking", lambda question, counts: 0),
    "questions of nobody are 0": rule(formulas, "mean", zero_where_none),
    "any satisfied set": rule(formulas, "one_satisfied_set", lambda items: None),
    "factors are their pooled answers": rule(formulas, "mean_of_shares", lambda items, counts: formulas.over_one(
        formulas.value_of(formulas.summed(items, counts)))),
    "one satisfied answer is enough": rule(counting, "verdicts", any_verdict),
    "persons' blanks are left out": rule(counting, "verdicts", answered_verdicts),
    "who said nothing is satisfied": rule(counting, "verdicts", verdicts_of_everybody),
    "others' counts are of persons": rule(formulas, "has_persons", lambda counts: True),
    "blank is the highest level": rule(formulas, "lowest_level", lambda question: max(question.levels)),
    "blank weighs nothing": rule(formulas, "lowest_weight", lambda question: 0),
    "blank weighs as the first option": rule(formulas, "lowest_weight", lambda question: question.weight(
        next(iter(question.options)))),
    "the highest level is their number": rule(formulas, "levels_of", number_of_levels),
    "the top one of three": rule(formulas, "is_top_two_of_three", lambda each: (
        each.has_levels() and len(each.levels) == 3 and each.satisfied_levels == {max(each.levels)})),
    "any two options": rule(formulas, "is_yes_no", lambda each: len(each.satisfied) == 1),
    "issued is valid": instead(formulas.FORMULAS, "F13_issued", of_valid),
    "complements of mentions": instead(formulas.FORMULAS, "F16", per_mention),
    "F3 is F4": instead(formulas.FORMULAS, "F3", formulas.mean_of_factors),
    "F9 is F8": instead(formulas.FORMULAS, "F9", formulas.mean_level_of_highest),
    # Units.
    "pooled is the mean of units": instead(aggregation.AGGREGATIONS, "pooled", aggregation.mean_of_units),
    "sheets do not weigh": instead(aggregation.AGGREGATIONS, "by_sample", aggregation.mean_of_units),
    "populations do not weigh": instead(aggregation.AGGREGATIONS, "by_population", aggregation.mean_of_units),
    "units of nobody are 0": rule(aggregation, "value_of", lambda fraction: (
        Fraction(fraction[0], fraction[1]) if fraction[1] else Fraction(0))),
}


def contradictions(cases, patches):
    """The number of the first case that contradicts the library; nothing where none does."""
    for each in patches:
        each.start()
    try:
        return next((tried for tried, (case, answer) in enumerate(cases, 1) if Comparison(case, answer).run().wrong),
                    None)
    finally:
        for each in patches:
            each.stop()


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runner", required=True, help="the program survey_runner")
    parser.add_argument("--questionnaires", type=int, default=200)
    parser.add_argument("--seed", type=int, default=7)
    options = parser.parse_args()
    source = random.Random(options.seed)
    asked = make_cases(source, options.questionnaires, 30)
    cases = list(zip(asked, ask(options.runner, asked)))
    failed = contradictions(cases, []) is not None
    if failed:
        print("the rules as they are contradict the library")
    for name, patches in BROKEN.items():
        tried = contradictions(cases, patches)
        failed = failed or tried is None
        print(f"{name}: {f'seen at case {tried}' if tried else 'NOT SEEN'}")
    print(f"broken rules: {len(BROKEN)} tried with {len(cases)} cases")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
