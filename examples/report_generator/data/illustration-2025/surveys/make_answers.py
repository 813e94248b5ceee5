#!/usr/bin/env python3
"""Writes the invented answers of both surveys, the same bytes on every machine: the random numbers are its own.

The answers of citizens are bent until the index of a unit prints as the figure that stands here. Those of the office of
Sơn La (VPUB), of which only results were published, give these results: they are invented to fit.

usage: make_answers.py [FOLDER]     default: the folder of this script
"""

import pathlib
import sys
from fractions import Fraction

# Code, sheets of citizens, their index in percent, sheets of officials, officials of a thousand who choose A.
UNITS = [
    ("VPUB", 560, "89.90", 60, 0), ("SNV", 610, "100.00", 60, 1000), ("STC", 585, "89.28", 58, 890),
    ("SXD", 640, "86.00", 62, 870), ("SNNMT", 655, "90.84", 64, 865), ("SCT", 590, "83.37", 60, 905),
    ("SKHCN", 560, "90.77", 56, 885), ("SVHTT", 575, "86.57", 58, 890), ("SDL", 540, "83.95", 55, 860),
    ("SGDDT", 640, "84.43", 66, 895), ("SYT", 650, "93.26", 66, 900), ("STP", 620, "88.54", 61, 880),
    ("SNGV", 520, "83.00", 52, 870), ("SDTTG", 535, "92.02", 54, 905), ("TTT", 515, "83.79", 53, 895),
    ("BQLKKT", 560, "81.11", 57, 850), ("BQLKCN", 565, "82.18", 57, 925), ("BHXH", 690, "88.85", 70, 880),
    ("KBNN", 600, "88.86", 62, 910), ("THUE", 690, "96.66", 69, 890)]
FACTORS = [(3, 8), (4, -14), (6, 16), (5, 9), (4, -30)]  # questions of each, and by how many of a thousand it is liked better
FEEDBACK = 4  # where most people have nothing to say
QUESTIONS = sum(questions for questions, _ in FACTORS)
LEAVES = ["1.7.1", "1.7.2", "2.4", "4.4", "5.5", "5.6", "6.4", "7.5.1", "7.5.2", "7.5.3", "7.5.4"]
# Of the office: how many of its 60 officials chose A, B, C and D, for its published points.
OFFICE = [(54, 5, 1, 0), (52, 7, 1, 0), (53, 4, 2, 1), (45, 11, 3, 1), (54, 5, 1, 0), (53, 5, 1, 1), (49, 9, 2, 0),
          (55, 3, 1, 1), (52, 6, 2, 0), (53, 6, 1, 0), (35, 18, 6, 1)]


class Numbers:
    """SplitMix64 of a fixed seed."""

    def __init__(self, seed):
        self.state = seed

    def below(self, bound):
        self.state = (self.state + 0x9E3779B97F4A7C15) % 2**64
        z = self.state
        z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9 % 2**64
        z = (z ^ z >> 27) * 0x94D049BB133111EB % 2**64
        return (z ^ z >> 31) % bound

    def happens(self, thousandths):
        return self.below(1000) < thousandths


def person(numbers):
    """Gender, age and area; some say nothing."""
    return ["" if numbers.happens(12) else str(1 + numbers.below(2)),
            "" if numbers.happens(25) else str(18 + (numbers.below(60) + numbers.below(60)) // 2),
            "" if numbers.happens(8) else str(1 if numbers.happens(380) else 2)]


def answer(numbers, satisfied):
    if satisfied:
        return "5" if numbers.happens(340) else "4"
    return "3" if numbers.happens(650) else "2" if numbers.happens(700) else "1"


def citizen(numbers, index):
    """22 answers of a sheet; every so often one that cannot be counted, or was filled in without reading."""
    if numbers.happens(9):  # too few answers
        answers = [""] * QUESTIONS
        for _ in range(2 + numbers.below(7)):
            answers[numbers.below(QUESTIONS)] = answer(numbers, numbers.happens(index))
        return answers
    if numbers.happens(14):
        return [answer(numbers, True) if index == 1000 or numbers.happens(850) else "3"] * QUESTIONS
    mood = numbers.below(91) + numbers.below(91) - 90  # some people like most things
    answers = []
    for factor, (questions, liked) in enumerate(FACTORS):
        share = index if index == 1000 else index + mood + liked
        for _ in range(questions):
            if numbers.happens(22):
                answers.append("")
            elif numbers.happens(70 if factor == FEEDBACK else 18):
                answers.append("99")
            elif numbers.happens(1):
                answers.append("4;5" if numbers.happens(500) else "45")
            else:
                answers.append(answer(numbers, numbers.happens(share)))
    return answers


def counts(answers):
    return sum(each in ("1", "2", "3", "4", "5") for each in answers) * 2 >= QUESTIONS


def bend(numbers, sheets, printed):
    """Changes single answers until the mean of the shares of satisfied answers prints as it should."""
    valid = [sheet for sheet in sheets if counts(sheet) and len(set(sheet)) > 1]
    all_valid = [sheet for sheet in sheets if counts(sheet)]
    satisfied = [sum(sheet[at] in ("4", "5") for sheet in all_valid) for at in range(QUESTIONS)]
    answered = [sum(sheet[at] in ("1", "2", "3", "4", "5") for sheet in all_valid) for at in range(QUESTIONS)]
    goal = Fraction(printed)
    while True:
        index = sum(Fraction(good, all_) for good, all_ in zip(satisfied, answered)) * 100 / QUESTIONS
        if goal - Fraction(5, 1000) <= index < goal + Fraction(5, 1000):
            return
        sheet, at = valid[numbers.below(len(valid))], numbers.below(QUESTIONS)
        if index < goal and sheet[at] in ("1", "2", "3"):
            sheet[at], satisfied[at] = "4", satisfied[at] + 1
        elif index > goal and sheet[at] in ("4", "5"):
            sheet[at], satisfied[at] = "3", satisfied[at] - 1


def citizens(numbers):
    yield ["don_vi", "gioi_tinh", "tuoi", "khu_vuc"] + [f"c{at}" for at in range(1, QUESTIONS + 1)]
    for unit, count, printed, _, _ in UNITS:
        people = [person(numbers) for _ in range(count)]
        sheets = [citizen(numbers, round(Fraction(printed) * 10)) for _ in range(count)]
        bend(numbers, sheets, printed)
        for who, answers in zip(people, sheets):
            yield [unit, *who, *answers]


def mixed(numbers, answers):
    for at in range(len(answers) - 1, 0, -1):
        other = numbers.below(at + 1)
        answers[at], answers[other] = answers[other], answers[at]
    return answers


def official(numbers, share):
    if share < 1000 and numbers.happens(15):
        return ""
    if share < 1000 and numbers.happens(12):
        return "99"
    return "A" if numbers.happens(share) else "B" if numbers.happens(760) else "C" if numbers.happens(720) else "D"


def officials(numbers):
    yield ["don_vi"] + [f"q{leaf}" for leaf in LEAVES]
    for unit, _, _, count, share in UNITS:
        if unit == "VPUB":
            columns = [mixed(numbers, [letter for letter, chosen in zip("ABCD", each) for _ in range(chosen)]) for each in OFFICE]
        else:
            shares = [share if share == 1000 else share + numbers.below(81) - 40 for _ in LEAVES]
            columns = [[official(numbers, each) for _ in range(count)] for each in shares]
        for answers in zip(*columns):
            yield [unit, *answers]
        if unit not in ("VPUB", "SNV") and numbers.happens(400):  # an empty sheet
            yield [unit] + [""] * len(LEAVES)


def main():
    folder = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else pathlib.Path(__file__).parent)
    for name, rows, seed in (("citizens", citizens, 20250701), ("officials", officials, 20250702)):
        (folder / name).mkdir(parents=True, exist_ok=True)
        text = "".join(",".join(row) + "\n" for row in rows(Numbers(seed)))
        (folder / name / "answers.csv").write_bytes(text.encode())


if __name__ == "__main__":
    main()
