"""The formulas of rules, computed from their grammar (include/parindex/facts/formula.hpp) with known facts.

parse(text) gives a function of the facts (a name to a Fraction, or to a bool for yes or no) and of the maximum of the
criterion; what it gives is a Fraction or a bool. Dates are their days. It raises DividedByZero.
"""
import functools
import math
import operator
import re
from fractions import Fraction

from rounding import rounded


class DividedByZero(Exception):
    """A formula, or a weighted sum, has no value."""


COMPARE = {"=": operator.eq, "!=": operator.ne, "<": operator.lt, "<=": operator.le, ">": operator.gt,
           ">=": operator.ge}
TOKEN = re.compile(r"[ \t\r\n]*(?:([0-9]+(?:\.[0-9]+)?)|([a-z][a-z0-9_]*)|(!=|<=|>=|[-+*/=<>(),%]))")


def quotient(dividend, divisor):
    if divisor == 0:
        raise DividedByZero
    return dividend / divisor


def chosen(condition, then, otherwise):
    """Only what is needed is read."""
    return lambda facts, maximum: (then if condition(facts, maximum) else otherwise)(facts, maximum)


def applied(function, *operands):
    return lambda facts, maximum: function(*[each(facts, maximum) for each in operands])


class Parser:
    """One method for each line of the grammar."""

    def __init__(self, text):
        self.tokens = []
        at = 0
        text = text.rstrip(" \t\r\n")
        while at < len(text):
            found = TOKEN.match(text, at)
            if not found:
                raise ValueError(f"no formula from column {at + 1}: {text}")
            self.tokens.append(found.group(1) or found.group(2) or found.group(3))
            at = found.end()
        self.tokens.append("")
        self.at = 0

    def next(self, *wanted):
        """Takes the next token if it is one of those."""
        if self.tokens[self.at] not in wanted:
            return None
        self.at += 1
        return self.tokens[self.at - 1]

    def expect(self, token):
        if self.next(token) is None:
            raise ValueError(f"expected {token or 'the end'}, not {self.tokens[self.at]}")

    def disjunction(self):
        left = self.conjunction()
        while self.next("or"):
            left = chosen(left, lambda facts, maximum: True, self.conjunction())
        return left

    def conjunction(self):
        left = self.negation()
        while self.next("and"):
            left = chosen(left, self.negation(), lambda facts, maximum: False)
        return left

    def negation(self):
        return applied(operator.not_, self.comparison()) if self.next("not") else self.comparison()

    def comparison(self):
        left = self.sum()
        sign = self.next(*COMPARE)
        if not sign:
            return left
        return applied(lambda a, b: COMPARE[sign](a, b), left, self.sum())

    def sum(self):
        left = self.product()
        while sign := self.next("+", "-"):
            left = applied(operator.add if sign == "+" else operator.sub, left, self.product())
        return left

    def product(self):
        left = self.factor()
        while sign := self.next("*", "/"):
            left = applied(operator.mul if sign == "*" else quotient, left, self.factor())
        return left

    def factor(self):
        return applied(operator.neg, self.primary()) if self.next("-") else self.primary()

    def primary(self):
        if self.next("("):
            inner = self.disjunction()
            self.expect(")")
            return inner
        word = self.tokens[self.at]
        self.at += 1
        if word[:1].isdigit():
            value = Fraction(word) / (100 if self.next("%") else 1)
            return lambda facts, maximum: value
        if self.next("("):
            return self.call(word)
        if word == "max":
            return lambda facts, maximum: maximum
        return lambda facts, maximum: facts[word]

    def call(self, name):
        operands = [self.disjunction()]
        while self.next(","):
            operands.append(self.disjunction())
        self.expect(")")
        if name == "if":
            return chosen(*operands)
        functions = {"min": min, "max": max, "floor": lambda x: Fraction(math.floor(x)),
                     "ceil": lambda x: Fraction(math.ceil(x)), "round": lambda x, places: rounded(x, int(places), "half_up")}
        return applied(functions[name], *operands)


@functools.cache
def parse(text):
    parser = Parser(text)
    out = parser.disjunction()
    parser.expect("")
    return out


def names(text):
    """The facts that a formula reads."""
    words = {"and", "or", "not", "if", "min", "max", "round", "floor", "ceil"}
    return set(re.findall(r"[a-z][a-z0-9_]*", text)) - words
