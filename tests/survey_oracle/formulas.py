"""The formulas of the index, of whole counts, as exact fractions."""
from fractions import Fraction

from form import LEFT_OUT, STATES, policy


class NotApplicable(Exception):
    """The questionnaire, or what was counted, lacks what the formula needs."""


class PopulationMissing(Exception):
    pass


def need(condition):
    if not condition:
        raise NotApplicable


def lacking(question, counts):
    """Questions without an answer that count as the least favourable one."""
    return sum(counts.states[question.code, state] for state in STATES
               if state not in ("answered", *LEFT_OUT) and policy(question, state) == "least_favourable")


def answers(question, counts):
    return sum(counts.options[question.code, each] for each in question.options) + lacking(question, counts)


def satisfied(question, counts):
    return sum(counts.options[question.code, each] for each in question.satisfied)


def share(question, counts):
    return satisfied(question, counts), answers(question, counts)


def mean(values):
    """Of those that there are, over 1."""
    there = [each for each in values if each is not None]
    return (sum(there, Fraction(0)) / len(there), 1) if there else (0, 0)


def value_of(fraction):
    return Fraction(fraction[0], fraction[1]) if fraction[1] else None


def summed(items, counts):
    return sum(satisfied(each, counts) for each in items), sum(answers(each, counts) for each in items)


def one_option(items):
    need(items and not any(each.multiple for each in items))


def shares(items):
    """Questions that say what satisfied is."""
    one_option(items)
    need(all(each.satisfied for each in items))


def satisfied_set(question):
    """Levels and those that are satisfied; of a scale without levels, its options and those."""
    if question.has_levels():
        return frozenset(question.levels), frozenset(question.satisfied_levels)
    return frozenset(question.options), frozenset(question.satisfied)


def one_satisfied_set(items):
    need(len({satisfied_set(each) for each in items}) == 1)


def the_question(form, scope):
    """The one of a scope that has no other."""
    items = form.items(scope)
    need(len(items) == 1)
    return items[0]


def respondents(question, counts):
    """Who answered with an option, and who counts as if he had."""
    return lacking(question, counts) + (counts.states[question.code, "answered"] if question.multiple else sum(
        counts.options[question.code, each] for each in question.options))


def item_share(form, scope, counts):
    """Of several marks, how many persons made a satisfied one is known only where there is one such option."""
    question = the_question(form, scope)
    need(question.satisfied if not question.multiple else len(question.satisfied) == 1)
    return satisfied(question, counts), respondents(question, counts)


def pooled_answers(form, scope, counts):
    items = form.items(scope)
    shares(items)
    one_satisfied_set(items)
    return summed(items, counts)


def mean_of_shares(items, counts):
    return mean(value_of(share(each, counts)) for each in items)


def mean_of_items(form, scope, counts):
    shares(form.items(scope))
    return mean_of_shares(form.items(scope), counts)


def mean_of_factors(form, scope, counts):
    items = form.items(scope)
    shares(items)
    need(all(each.factor for each in items))
    factors = dict.fromkeys(each.factor for each in items)
    return mean(value_of(mean_of_shares([each for each in items if each.factor == factor], counts))
                for factor in factors)


def overall_question(form, scope, counts):
    overall = [each for each in form.questions if each.overall]
    need(len(overall) == 1 and scope == "")
    shares(overall)
    return share(overall[0], counts)


def has_persons(counts):
    return not counts.without_persons


def every_answer(form, scope, counts):
    """Of more than one question: of one it would be its share."""
    need(scope not in form.by_code and has_persons(counts))
    shares(form.items(scope))
    return counts.happy[scope], counts.persons[scope]


def levels_of(items):
    """The lowest and the highest level, the same of all."""
    one_option(items)
    need(all(each.has_levels() for each in items))
    need(len({(min(each.levels), max(each.levels)) for each in items}) == 1)
    return min(items[0].levels), max(items[0].levels)


def lowest_level(question):
    return min(question.levels)


def lowest_weight(question):
    return min(question.weight(each) for each in question.options)


def level_sum(question, counts):
    return (sum(question.level(each) * counts.options[question.code, each] for each in question.options)
            + lowest_level(question) * lacking(question, counts))


def weight_sum(question, counts):
    return (sum(question.weight(each) * counts.options[question.code, each] for each in question.options)
            + lowest_weight(question) * lacking(question, counts))


def level_mean(items, counts):
    number = sum(answers(each, counts) for each in items)
    return Fraction(sum(level_sum(each, counts) for each in items), number) if number else None


def over_one(value):
    return (0, 0) if value is None else (value, 1)


def mean_level(form, scope, counts):
    levels_of(form.items(scope))
    return over_one(level_mean(form.items(scope), counts))


def mean_level_of_highest(form, scope, counts):
    _, highest = levels_of(form.items(scope))
    found = level_mean(form.items(scope), counts)
    return over_one(None if found is None else found / highest)


def mean_level_linear(form, scope, counts):
    lowest, highest = levels_of(form.items(scope))
    need(lowest < highest)
    found = level_mean(form.items(scope), counts)
    return over_one(None if found is None else (found - lowest) / (highest - lowest))


def option_weights(form, scope, counts):
    items = form.items(scope)
    one_option(items)
    need(all(each.has_weights() for each in items))
    number = sum(answers(each, counts) for each in items)
    return over_one(sum(weight_sum(each, counts) for each in items) / number if number else None)


def own_satisfied_sets(form, scope, counts):
    shares(form.items(scope))
    return summed(form.items(scope), counts)


def is_top_two_of_three(question):
    return (question.has_levels() and len(question.levels) == 3
            and question.satisfied_levels == set(sorted(question.levels)[1:]))


def top_two_of_three(form, scope, counts):
    items = form.items(scope)
    shares(items)
    need(all(is_top_two_of_three(each) for each in items))
    return summed(items, counts)


def is_yes_no(question):
    return len(question.options) == 2 and len(question.satisfied) == 1


def yes_of_valid(form, scope, counts):
    items = form.items(scope)
    shares(items)
    need(all(is_yes_no(each) for each in items))
    return summed(items, counts)


def yes_of_issued(form, scope, counts):
    question = the_question(form, scope)
    shares([question])
    need(is_yes_no(question) and counts.issued > 0)
    return satisfied(question, counts), counts.issued


def complement(form, scope, counts):
    """A question that counts as the least favourable option is a respondent with a mention of what is wrong."""
    question = the_question(form, scope)
    wrong = lacking(question, counts) + sum(
        counts.options[question.code, each] for each in question.options if each not in question.satisfied)
    number = respondents(question, counts)
    return over_one(1 - Fraction(wrong, number) if number else None)


FORMULAS = {
    "F1": item_share, "F2": pooled_answers, "F3": mean_of_items, "F4": mean_of_factors, "F5": overall_question,
    "F6": every_answer, "F7": mean_level, "F8": mean_level_of_highest, "F9": mean_level_linear, "F10": option_weights,
    "F11": own_satisfied_sets, "F12": top_two_of_three, "F13": yes_of_valid, "F13_issued": yes_of_issued,
    "F16": complement,
}
COUNTED = ["F1", "F2", "F5", "F6", "F11", "F12", "F13", "F13_issued"]  # what is divided are whole counts
