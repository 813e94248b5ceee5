#!/usr/bin/env python3
"""Answers the oracle of the rules as rules_runner does (tests/oracle/rules_runner.cpp), but through the C interface, which
the Python module of the examples calls by ctypes. Numbers must come in the form that the header promises."""
import json
import re
import sys
from fractions import Fraction

import parindex
from parindex import _library
from parindex._library import library

LEDGER = ("loss", "bonus", "penalty", "limit", "rescale", "rounding")
POINTS = ("MAXIMUM", "SCORE", "LOWEST", "HIGHEST")
MARK = re.compile(r"/rounds/\d+/marks/\d+")


def checked(text):
    """A number as the header says it: the shortest decimal, or a fraction in lowest terms where no decimal ends."""
    value = Fraction(text)
    if "/" in text:
        rest = value.denominator
        for prime in (2, 5):
            while rest % prime == 0:
                rest //= prime
        right = text == f"{value.numerator}/{value.denominator}" and rest != 1
    else:
        right = re.fullmatch(r"0|-?(0|[1-9]\d*)(\.\d*[1-9])?", text) and text != "-0"
    if not right:
        raise ValueError(f"not the form of the header: {text}")
    return text


def number(function, *arguments):
    return checked(_library.text_out(function, *arguments))


def print_findings(error):
    for each in error.findings:
        if each.severity != parindex.Severity.ERROR:
            continue
        place = MARK.match(each.where)
        print("finding", each.criterion, place[0] if place else each.where, each.message, sep="\t")


class Runner:
    def __init__(self):
        self.criteria = None
        self.context = {}

    def read_set(self, text):
        self.criteria = None
        try:
            self.criteria = parindex.CriteriaSet.read(text, "set")
            self.nodes = self.criteria.nodes
            print("accepted")
        except parindex.Error as error:
            print_findings(error)

    def read_context(self, line):
        """Facts from outside the next unit: criterion, name and value in turn."""
        words = line.split("\t") if line else []
        self.context = {}
        for criterion, name, value in zip(words[::3], words[1::3], words[2::3]):
            self.context.setdefault(criterion, {})[name] = {"true": True, "false": False}.get(value, value)

    def score(self, text):
        described = {"format": "parindex.context/1", "set": json.loads(text)["set"], "year": 2025,
                     "facts": [{"criterion": criterion, "facts": facts} for criterion, facts in self.context.items()]}
        try:
            context = parindex.Context.read(self.criteria, json.dumps(described), "context") if self.context else None
            with parindex.Assessment.read(self.criteria, text, "unit", context) as marks:
                with marks.evaluate(context) as evaluation:
                    self.print(evaluation)
        except parindex.Error as error:
            print_findings(error)

    def print(self, evaluation):
        unmarked = set(evaluation.nodes(parindex.Nodes.UNMARKED))
        which = [parindex.Points[name] for name in POINTS]
        for index, node in enumerate(self.nodes):
            points = [number(library.parindex_evaluation_points, evaluation, index, each) for each in which]
            print("node", node.code, *points, sum(index <= leaf < node.end for leaf in unmarked), sep="\t")
        for index, part in enumerate(self.criteria.parts):
            points = [number(library.parindex_evaluation_part_points, evaluation, index, each) for each in which]
            print("part", part.code, *points, sum(self.nodes[leaf].part == index for leaf in unmarked), sep="\t")
        for index, entry in enumerate(evaluation.ledger()):
            amount = number(library.parindex_evaluation_ledger_amount, evaluation, 0, index)
            print("entry", self.nodes[entry.node].code, LEDGER[entry.kind], amount, sep="\t")
        for leaf in evaluation.nodes(parindex.Nodes.NOT_APPLICABLE):
            print("absent", self.nodes[leaf].code, sep="\t")


def main():
    runner = Runner()
    for line in sys.stdin:
        word, _, rest = line.rstrip("\n").partition("\t")
        if word == "context":
            runner.read_context(rest)
            continue
        if word == "set":
            runner.read_set(rest)
        else:
            runner.score(rest)
        print()


if __name__ == "__main__":
    main()
