"""Exact numbers: `Decimal`, or `Fraction` where no decimal ends. Both compare with each other, exactly."""

from ctypes import byref, c_int32
from decimal import Decimal
from fractions import Fraction

from ._library import DecimalStruct, call, library, text_in
from .words import Rounding

Number = Decimal | Fraction


def number_out(text: str) -> Number:
    return Fraction(text) if "/" in text else Decimal(text)


def decimal_out(coefficient: int, scale: int) -> Decimal:
    """Without the context of `decimal`, which may round."""
    return Decimal((int(coefficient < 0), tuple(map(int, str(abs(coefficient)))), -scale))


def decimal_in(number: Decimal | int | str) -> DecimalStruct:
    """A number for a call. Raises Error; TypeError for float, which has no decimals: see decimal_from_double()."""
    if not isinstance(number, (Decimal, int, str)) or isinstance(number, bool):
        raise TypeError(f"expected Decimal, int or str, not {type(number).__name__}")
    out = DecimalStruct()
    text = number if isinstance(number, str) else format(number, "f")
    call(library.parindex_decimal_parse, *text_in(text), byref(out))
    return out


def decimal_from_double(value: float, places: int) -> Decimal:
    """The number with that many decimals that `value` was before it was kept as `float`. Raises Error."""
    out = DecimalStruct()
    call(library.parindex_decimal_from_double, value, places, byref(out))
    return decimal_out(out.coefficient, out.scale)


def rounded(number: Number | int | str, places: int, rounding: Rounding = Rounding.HALF_UP) -> tuple[Decimal, bool]:
    """The number with that many decimals, and whether nothing was lost. Raises Error."""
    out, exact = DecimalStruct(), c_int32()
    text = format(number, "f") if isinstance(number, Decimal) else str(number)
    call(library.parindex_decimal_round, *text_in(text), places, rounding, byref(out), byref(exact))
    return decimal_out(out.coefficient, out.scale), bool(exact.value)
