#!/usr/bin/env python3
"""The operations of numeric_benchmark.cpp and rules_benchmark.cpp in Python's decimal (and fractions).

Prints {name: nanoseconds} as JSON, and the score of the units of rules_benchmark.cpp for comparison.
"""
import json
import timeit
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

MASK = 2**64 - 1


class Sequence:
    """The operands of operands.hpp."""

    def __init__(self, seed):
        self.state = seed

    def below(self, bound):
        self.state = (self.state * 6364136223846793005 + 1442695040888963407) & MASK
        return (self.state >> 33) % bound


def score(units, scale, negative):
    value = Decimal(units).scaleb(-scale)
    return f"{-value if negative and units else value:.{scale}f}"


def scores(seed, mixed, count=256):
    random = Sequence(seed)
    out = []
    for _ in range(count):
        units = random.below(10_000)
        scale = random.below(5) if mixed else 2
        out.append(score(units, scale, random.below(4) == 0))
    return out


def leaf_points():
    random = Sequence(3)
    out = []
    for _ in range(100):
        denominator = 1 + random.below(400)
        out.append(Fraction(random.below(2 * denominator), denominator))
    return out


UNITS = 20
LEAVES = 96


def counted_units():
    """The facts of the first units of rules_benchmark.cpp: what each leaf was given to do, and what of it is done."""
    random = Sequence(11)
    out = []
    for _ in range(UNITS):
        unit = []
        for _ in range(LEAVES):
            given = 1 + random.below(200)
            unit.append((Decimal(given), Decimal(given * (50 + random.below(56)) // 100)))
        out.append(unit)
    return out


ONE, CLIFF, GOOD, FAIR = Decimal(1), Decimal("0.8"), Decimal("0.9"), Decimal("0.7")
ALMOST, HALF, NOTHING = Decimal("0.75"), Decimal("0.5"), Decimal(0)


def score_units(units):
    """The rules of rules_benchmark.cpp, written by hand; a quotient is rounded to 28 digits."""
    total = Decimal(0)
    for unit in units:
        score = Decimal(0)
        linear = True
        for given, done in unit:
            share = done / given
            if share > ONE:
                share = ONE
            if linear:
                score += NOTHING if share < CLIFF else share
            else:
                score += ONE if share >= ONE else ALMOST if share >= GOOD else HALF if share >= FAIR else NOTHING
            linear = not linear
        total += score
    return total


def nanoseconds(action, items):
    """The best of several runs: the interpreter's share of the loop is part of the price."""
    timer = timeit.Timer(action)
    number, _ = timer.autorange()
    return min(timer.repeat(5, number)) / number / items * 1e9


def main():
    texts = scores(1, False)
    a = [Decimal(text) for text in texts]
    b = [Decimal(text) for text in scores(2, False)]
    c = [Decimal(text) for text in scores(1, True)]
    d = [Decimal(text) for text in scores(2, True)]
    column = a * 256
    tenth = Decimal("0.1")
    points = leaf_points()
    units = counted_units()
    name = "Python decimal"
    print(json.dumps({
        f"add same scale/{name}": nanoseconds(lambda: [x + y for x, y in zip(a, b)], len(a)),
        f"add mixed scale/{name}": nanoseconds(lambda: [x + y for x, y in zip(c, d)], len(a)),
        f"multiply/{name}": nanoseconds(lambda: [x * y for x, y in zip(a, b)], len(a)),
        f"compare/{name}": nanoseconds(lambda: [x < y for x, y in zip(a, b)], len(a)),
        f"round/{name}": nanoseconds(lambda: [x.quantize(tenth, rounding=ROUND_HALF_UP) for x in a], len(a)),
        f"parse/{name}": nanoseconds(lambda: [Decimal(text) for text in texts], len(a)),
        f"format/{name}": nanoseconds(lambda: [str(x) for x in a], len(a)),
        f"column sum/{name}": nanoseconds(lambda: sum(column), len(column)),
        "ratio sum/Python fractions": nanoseconds(lambda: sum(points), len(points)),
        "score a leaf/Python decimal by hand": nanoseconds(lambda: score_units(units), UNITS * LEAVES),
        f"score of {UNITS} units": float(score_units(units)),
    }))


if __name__ == "__main__":
    main()
