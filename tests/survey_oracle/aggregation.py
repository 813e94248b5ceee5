"""Indices of several units, from the counts of each."""
from fractions import Fraction

from counting import ALL, Counts
from formulas import FORMULAS, PopulationMissing, need, value_of


def together(counts):
    out = Counts()
    for each in counts:
        out.add(each)
    return out


def pooled(form, request, chosen):
    return FORMULAS[request["formula"]](form, request["scope"], together(chosen.values()))


def weighted(values, weights):
    """Units without a value weigh nothing."""
    there = [(values[unit], weights[unit]) for unit in values if values[unit] is not None]
    whole = sum(weight for _, weight in there)
    return (Fraction(sum(value * weight for value, weight in there), whole), 1) if whole else (0, 0)


def unit_values(form, request, chosen):
    return {unit: value_of(FORMULAS[request["formula"]](form, request["scope"], counts))
            for unit, counts in chosen.items()}


def mean_of_units(form, request, chosen):
    return weighted(unit_values(form, request, chosen), dict.fromkeys(chosen, 1))


def by_population(form, request, chosen):
    values = unit_values(form, request, chosen)
    if any(unit not in request["populations"] for unit in chosen):
        raise PopulationMissing
    return weighted(values, request["populations"])


def by_sample(form, request, chosen):
    """By the valid sheets of the row, without which a unit that has a value cannot be weighed."""
    values = unit_values(form, request, chosen)
    need(all(counts.respondents for unit, counts in chosen.items() if values[unit] is not None))
    return weighted(values, {unit: counts.respondents for unit, counts in chosen.items()})


AGGREGATIONS = {"pooled": pooled, "mean_of_units": mean_of_units, "by_population": by_population,
                "by_sample": by_sample}


def index(form, tallied, request):
    """What is divided by what. Raises NotApplicable and PopulationMissing."""
    units = request["units"] or sorted(tallied)
    if request["formula"] == "F13_issued":
        need(request["row"] == ALL and all(tallied[unit][ALL].issued for unit in units))
    chosen = {unit: tallied[unit][request["row"]] for unit in units}
    return AGGREGATIONS[request["units_how"]](form, request, chosen)
