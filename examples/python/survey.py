"""Counts the answers to a questionnaire, and prints the satisfaction index of every unit and of all, by a named formula.

usage: survey.py QUESTIONNAIRE.json COLUMNS.json ANSWERS.csv [FORMULA]

COLUMNS says what the columns of ANSWERS mean. FORMULA is F2 if it is not given: satisfied answers / answers."""

import sys
from pathlib import Path

from parindex import Error, Questionnaire, SatisfactionIndex, Tally, rounded


def tally_of(questionnaire: Questionnaire, columns: Path, answers: Path) -> Tally:
    """Files of any size: the reader takes pieces, and keeps counts alone."""
    with Tally.create(questionnaire) as empty, answers.open("rb") as file:
        return empty.read_answers(columns.read_bytes(), iter(lambda: file.read(1 << 20), b""), answers.name)


def print_index(name: str, index: SatisfactionIndex) -> None:
    percent, _ = rounded(index.percent, 2)
    print(f"{name}: {percent} % = {index.value} ({index.formula}, {index.aggregation})")


def main(questionnaire: Path, columns: Path, answers: Path, formula: str = "F2") -> None:
    with Questionnaire.read(questionnaire.read_bytes(), questionnaire.name) as form, tally_of(form, columns, answers) as tally:
        for number, unit in enumerate(tally.units):
            with tally.index(formula, "pooled", units=[unit]) as index:
                print_index(f"{unit}, {tally.sheets(number).valid} sheets", index)
        for aggregation in ("pooled", "mean_of_units"):
            with tally.index(formula, aggregation) as index:
                print_index("all units", index)


if __name__ == "__main__":
    if len(sys.argv) not in (4, 5):
        sys.exit(__doc__)
    sys.stdout.reconfigure(encoding="utf-8", newline="\n")
    try:
        main(*map(Path, sys.argv[1:4]), *sys.argv[4:])
    except (OSError, Error) as error:
        sys.exit(f"error: {error}")
