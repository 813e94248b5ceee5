#!/usr/bin/env python3
"""Random vectors for the numeric layer, decided by Python's fractions and decimal modules.

    generate_vectors.py --runner PROGRAM [--count N] [--seed S]
    generate_vectors.py --print [--count N] [--seed S]

One case a line: operation, operands, "=", the expected result. Decimals and fractions are in the strict text form;
"!" and the name of an error stands where there is no result. The runner computes every line again and compares.
"""
import argparse
import decimal
import math
import random
import subprocess
import sys
from fractions import Fraction

MODES = {
    "half_up": decimal.ROUND_HALF_UP, "half_even": decimal.ROUND_HALF_EVEN, "half_down": decimal.ROUND_HALF_DOWN,
    "down": decimal.ROUND_DOWN, "up": decimal.ROUND_UP, "floor": decimal.ROUND_FLOOR, "ceiling": decimal.ROUND_CEILING,
}
MODE_NAMES = list(MODES)
MOST = 2**63 - 1
LEAST = -(2**63)
CONTEXT = decimal.Context(prec=400, Emin=-9999, Emax=9999, traps=[decimal.Inexact, decimal.InvalidOperation])


def text(coefficient, scale):
    """coefficient / 10^scale with all its decimals; there is no negative zero."""
    digits = str(abs(coefficient)).rjust(scale + 1, "0")
    sign = "-" if coefficient < 0 else ""
    return sign + digits if scale == 0 else f"{sign}{digits[:-scale]}.{digits[-scale:]}"


def fitted(value, scale):
    """The text of a Fraction at the largest scale up to `scale` where the coefficient is an int64."""
    for at in range(min(scale, 18), -1, -1):
        coefficient = value * 10**at
        if coefficient.denominator == 1 and LEAST <= coefficient.numerator <= MOST:
            return text(coefficient.numerator, at)
    return "!overflow"


def fixed(value, places):
    """The text of a Fraction that is a multiple of 10^-places."""
    coefficient = value * 10**places
    assert coefficient.denominator == 1
    return text(coefficient.numerator, places) if LEAST <= coefficient.numerator <= MOST else "!overflow"


def round_fraction(value, places, mode):
    """From the definitions, with Python's own floor and (for half even) round."""
    scaled = value * Fraction(10) ** places
    half = Fraction(1, 2)
    sign = -1 if scaled < 0 else 1
    units = {
        "half_up": lambda: sign * math.floor(abs(scaled) + half),
        "half_down": lambda: sign * math.ceil(abs(scaled) - half),
        "half_even": lambda: round(scaled),
        "down": lambda: math.trunc(scaled),
        "up": lambda: sign * math.ceil(abs(scaled)),
        "floor": lambda: math.floor(scaled),
        "ceiling": lambda: math.ceil(scaled),
    }[mode]()
    return Fraction(units) / Fraction(10) ** places


class Vectors:
    def __init__(self, seed):
        self.random = random.Random(seed)
        self.kinds = [self.arithmetic, self.arithmetic, self.rounding, self.quotient, self.fraction, self.fraction,
                      self.fraction_rounding, self.order, self.column, self.shares]

    def line(self, index):
        return self.kinds[index % len(self.kinds)]()

    def coefficient(self):
        pick = self.random.randrange(8)
        size = self.random.randrange(1, 64)
        value = self.random.getrandbits(size)
        if pick == 0:
            value = MOST - self.random.randrange(3)
        elif pick == 1:
            return LEAST + self.random.randrange(3)
        elif pick == 2:
            value = self.random.randrange(13)
        elif pick == 3:
            value = 10 ** self.random.randrange(19) + self.random.randrange(-1, 2)
        elif pick == 4:
            value = 5 * 10 ** self.random.randrange(18) + self.random.randrange(-1, 2)
        return value if self.random.randrange(2) else -value

    def decimal(self):
        """A coefficient and a scale."""
        return self.coefficient(), self.random.choice([0, 1, 2, 2, 3, 18, self.random.randrange(19)])

    def mode(self):
        return self.random.choice(MODE_NAMES)

    def any_fraction(self):
        pick = self.random.randrange(4)
        if pick == 0:
            return Fraction(self.coefficient(), self.coefficient() or 1)
        if pick == 1:
            return Fraction(self.coefficient(), 10 ** self.random.randrange(30))
        if pick == 2:
            return Fraction(2 * self.random.randrange(-30, 30) + 1, 2)
        return Fraction(self.random.randrange(-400, 401), self.random.randrange(1, 401))

    def arithmetic(self):
        (a, m), (b, n) = self.decimal(), self.decimal()
        operation = self.random.choice(["add", "subtract", "multiply"])
        x, y = Fraction(a, 10**m), Fraction(b, 10**n)
        if operation == "add":
            expected = fitted(x + y, max(m, n))
        elif operation == "subtract":
            expected = fitted(x - y, max(m, n))
        else:
            expected = fitted(x * y, m + n)
        return f"{operation} {text(a, m)} {text(b, n)} = {expected}"

    def rounding(self):
        a, m = self.decimal()
        places, mode = self.random.randrange(19), self.mode()
        value = decimal.Decimal(text(a, m))
        out = value.quantize(decimal.Decimal(1).scaleb(-places), rounding=MODES[mode],
                             context=decimal.Context(prec=400, traps=[decimal.InvalidOperation]))
        if not LEAST <= int(out.scaleb(places, CONTEXT)) <= MOST:
            return f"round {text(a, m)} {places} {mode} = !overflow"
        coefficient = int(out.scaleb(places, CONTEXT))
        kind = "exact" if out == value else "inexact"
        return f"round {text(a, m)} {places} {mode} = {text(coefficient, places)} {kind}"

    def quotient(self):
        (a, m), (b, n) = self.decimal(), self.decimal()
        places, mode = self.random.randrange(19), self.mode()
        head = f"divide {text(a, m)} {text(b, n)} {places} {mode} ="
        if b == 0:
            return f"{head} !division_by_zero"
        exact = Fraction(a, 10**m) / Fraction(b, 10**n)
        out = round_fraction(exact, places, mode)
        result = fixed(out, places)
        return f"{head} {result}" if result[0] == "!" else f"{head} {result} {'exact' if out == exact else 'inexact'}"

    def fraction(self):
        x, y = self.any_fraction(), self.any_fraction()
        operation = self.random.choice(["ratio_add", "ratio_subtract", "ratio_multiply", "ratio_divide"])
        head = f"{operation} {x} {y} ="
        if operation == "ratio_divide" and y == 0:
            return f"{head} !division_by_zero"
        out = {"ratio_add": x + y, "ratio_subtract": x - y, "ratio_multiply": x * y}.get(operation)
        return f"{head} {x / y if out is None else out}"

    def fraction_rounding(self):
        x, places, mode = self.any_fraction(), self.random.randrange(-5, 40), self.mode()
        out = round_fraction(x, places, mode)
        return f"ratio_round {x} {places} {mode} = {out} {'exact' if out == x else 'inexact'}"

    def order(self):
        (a, m), (b, n) = self.decimal(), self.decimal()
        if self.random.randrange(3) == 0 and m < 18 and abs(a) < 10**17:
            b, n = a * 10, m + 1
        x, y = Fraction(a, 10**m), Fraction(b, 10**n)
        return f"compare {text(a, m)} {text(b, n)} = {(x > y) - (x < y)}"

    def column(self):
        values = [self.decimal() for _ in range(self.random.randrange(1, 10))]
        exact = sum(Fraction(a, 10**m) for a, m in values)
        scale = max(m for _, m in values)
        return f"sum {' '.join(text(a, m) for a, m in values)} = {fitted(exact, scale)}"

    def shares(self):
        places = self.random.randrange(4)
        total = self.random.randrange(-10**6, 10**6)
        weights = [self.random.randrange(50) for _ in range(self.random.randrange(1, 7))]
        head = f"allocate {text(total, places)} {places} {' '.join(map(str, weights))} ="
        if sum(weights) == 0:
            return f"{head} !division_by_zero" if total else f"{head} {' '.join(text(0, places) for _ in weights)}"
        exact = [Fraction(abs(total) * weight, sum(weights)) for weight in weights]
        units = [math.floor(one) for one in exact]
        order = sorted(range(len(weights)), key=lambda at: (units[at] - exact[at], -weights[at], at))
        for at in order[:abs(total) - sum(units)]:
            units[at] += 1
        return f"{head} {' '.join(text(one if total > 0 else -one, places) for one in units)}"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    target = parser.add_mutually_exclusive_group(required=True)
    target.add_argument("--runner", help="program that reads the vectors from its standard input")
    target.add_argument("--print", action="store_true", help="write the vectors to standard output")
    parser.add_argument("--count", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=20261125)
    arguments = parser.parse_args()
    vectors = Vectors(arguments.seed)
    lines = (vectors.line(index) + "\n" for index in range(arguments.count))
    if arguments.print:
        sys.stdout.writelines(lines)
        return 0
    print(f"vectors: {arguments.count} cases, seed {arguments.seed}", flush=True)
    runner = subprocess.Popen([arguments.runner, str(arguments.count)], stdin=subprocess.PIPE, text=True)
    try:
        runner.stdin.writelines(lines)
        runner.stdin.close()
    except BrokenPipeError:
        pass
    return runner.wait()


if __name__ == "__main__":
    sys.exit(main())
