#!/usr/bin/env python3
"""The operations of numeric_benchmark.cpp in Python's decimal (and fractions); prints {name: nanoseconds} as JSON."""
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
    }))


if __name__ == "__main__":
    main()
