"""The rounding modes (include/parindex/numeric/rounding.hpp), each from its definition."""
import math
from fractions import Fraction


def away(units):
    return math.ceil(units) if units > 0 else math.floor(units)


def nearest(units, tie):
    """A whole number; `tie` decides where two are equally near."""
    below = math.floor(units)
    apart = units - below
    if apart == Fraction(1, 2):
        return tie(units)
    return below if apart < Fraction(1, 2) else below + 1


def even(units):
    below = math.floor(units)
    return below if below % 2 == 0 else below + 1


MODES = {
    "half_up": lambda units: nearest(units, away),
    "half_even": lambda units: nearest(units, even),
    "half_down": lambda units: nearest(units, math.trunc),
    "down": math.trunc,
    "up": away,
    "floor": math.floor,
    "ceiling": math.ceil,
}


def rounded(value, places, mode):
    return Fraction(MODES[mode](value * 10**places), 10**places)
