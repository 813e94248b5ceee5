"""Random questions about the index, most of which have an answer."""
from aggregation import AGGREGATIONS
from counting import ALL, rows_of
from formulas import FORMULAS

OF_A_QUESTION = ["F1", "F13_issued", "F16"]


def scope_for(random, form, formula):
    if formula in OF_A_QUESTION and random.random() < 0.9:
        return random.choice(list(form.by_code))
    if formula == "F5" and random.random() < 0.8:
        return ""
    return random.choice(form.scopes()) if random.random() < 0.8 else ""


def populations(random, units):
    out = {unit: random.choice([1, 1000, 9000, 1234567]) for unit in units}
    if random.random() < 0.05:
        del out[random.choice(list(out))]
    return out


def random_requests(random, form, by, units, number):
    rows = rows_of(form, by)
    out = []
    for _ in range(number if units else 0):
        formula = random.choice(list(FORMULAS))
        chosen = random.sample(units, random.randint(1, len(units))) if random.random() < 0.5 else []
        out.append({"formula": formula, "scope": scope_for(random, form, formula),
                    "units_how": random.choice(list(AGGREGATIONS)), "units": chosen,
                    "row": random.choice(rows) if random.random() < 0.5 else ALL,
                    "populations": populations(random, chosen or units)})
    return out
